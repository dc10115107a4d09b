package io.amanat.benchmark.trade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text with holes: what stands in a hole differs from trade to trade. */
record Text(List<String> literals, List<Integer> holes) {

    /** Makes a hole wherever one of the names' texts stands; {@code names} is from text to the number of its variable. */
    static Text of(String sample, Map<String, Integer> names) {
        Pattern any = Pattern.compile(names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        List<String> literals = new ArrayList<>();
        List<Integer> holes = new ArrayList<>();
        Matcher matcher = any.matcher(sample);
        int from = 0;
        while (matcher.find()) {
            literals.add(sample.substring(from, matcher.start()));
            holes.add(names.get(matcher.group()));
            from = matcher.end();
        }
        literals.add(sample.substring(from));
        return new Text(List.copyOf(literals), List.copyOf(holes));
    }

    /** {@code values} by the number of their variable. */
    String with(String[] values) {
        StringBuilder text = new StringBuilder(1024);
        for (int i = 0; i < holes.size(); i++) {
            text.append(literals.get(i)).append(values[holes.get(i)]);
        }
        return text.append(literals.getLast()).toString();
    }
}
