package io.amanat.chain.screening;

import io.amanat.chain.evm.Eip55;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.screening.ListCategory;
import io.amanat.contract.custody.screening.ScreeningRule;
import io.amanat.contract.money.EvmAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A list of addresses as text: one a line, optionally followed by {@code sanctioned} (which it is without a word) or {@code blocked};
 * {@code #} begins a comment. Mixed case must be a right checksum.
 */
record AddressListText(String sha256, Set<Entry> entries) {
    static final int LINES_MAX = 200_000;

    private static final int PROBLEMS_SHOWN_MAX = 20;
    private static final Eip55 ADDRESSES = new Eip55();

    /** @throws RuleViolated naming the lines, from 1, that cannot be read; nothing is taken then */
    static AddressListText read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() > LINES_MAX) {
            throw malformed(
                    List.of("the list has " + lines.size() + " lines, and at most " + LINES_MAX + " are taken"));
        }
        Set<Entry> entries = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).replaceFirst("#.*", "").strip();
            try {
                if (!line.isEmpty()) {
                    entries.add(entry(line));
                }
            } catch (IllegalArgumentException unreadable) {
                problems.add("line " + (at + 1) + ": " + unreadable.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw malformed(problems);
        }
        return new AddressListText(sha256(text), entries);
    }

    private static Entry entry(String line) {
        String[] words = line.split("[\\s,;]+", -1);
        if (words.length > 2) {
            throw new IllegalArgumentException("more than an address and a word");
        }
        return new Entry(ADDRESSES.parse(words[0]), words.length == 1 ? ListCategory.SANCTIONED : category(words[1]));
    }

    private static ListCategory category(String word) {
        for (ListCategory category : ListCategory.values()) {
            if (category.wire().equals(word)) {
                return category;
            }
        }
        throw new IllegalArgumentException("the word is sanctioned or blocked");
    }

    private static RuleViolated malformed(List<String> problems) {
        int more = problems.size() - PROBLEMS_SHOWN_MAX;
        String shown = String.join("; ", problems.subList(0, Math.min(problems.size(), PROBLEMS_SHOWN_MAX)));
        return new RuleViolated(
                ScreeningRule.AN_ADDRESS_LIST_IS_WELL_FORMED,
                "The address list cannot be read: " + shown + (more > 0 ? "; and " + more + " more." : "."));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    record Entry(EvmAddress address, ListCategory category) {}
}
