package io.amanat.chain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.chain.screening.AddressLists.Imported;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.screening.ListCategory;
import io.amanat.contract.custody.screening.ScreeningRule;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

class AddressListsTest {
    /** The example of ERC-55. */
    private static final String ONE = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    private static final String OTHER = "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359";

    private final TestDatabase database = TestDatabase.create();
    private final AddressLists lists = new AddressLists(
            database.app(),
            new JdbcTransactionManager(database.app()),
            Clock.fixed(Instant.parse("2026-03-01T12:00:00.5Z"), ZoneOffset.UTC));

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenNoList_whenAsked_thenNobodyIsListed() {
        assertThat(lists.find(new EvmAddress(ONE)).version()).isEqualTo("none");
        assertThat(lists.find(new EvmAddress(ONE)).categories()).isEmpty();
    }

    @Test
    void givenAList_whenTaken_thenItIsInForceUnderItsHash() {
        Imported taken = lists.take("# ours\n\n" + ONE + "\n" + OTHER + " , blocked # why\n" + OTHER + "\n", "user:1");

        assertThat(taken.entries()).isEqualTo(3);
        assertThat(taken.version()).matches("2026-03-01T12:00:00Z/[0-9a-f]{64}");
        assertThat(lists.find(new EvmAddress(ONE)).categories()).containsExactly(ListCategory.SANCTIONED);
        assertThat(lists.find(new EvmAddress(OTHER)).categories())
                .containsExactly(ListCategory.BLOCKED, ListCategory.SANCTIONED);
        assertThat(lists.find(new EvmAddress(ONE)).version()).isEqualTo(taken.version());
    }

    @Test
    void givenAList_whenAnotherIsTaken_thenItReplacesTheFirst_andTheSameAgainChangesNothing() {
        lists.take(ONE, "user:1");
        Imported second = lists.take(OTHER + " blocked", "user:1");

        assertThat(lists.take(OTHER + " blocked", "user:2")).isEqualTo(second);
        assertThat(lists.find(new EvmAddress(ONE)).categories()).isEmpty();
        assertThat(lists.find(new EvmAddress(OTHER)).categories()).containsExactly(ListCategory.BLOCKED);
        assertThat(imports()).isEqualTo(2);
    }

    @Test
    void givenLinesThatCannotBeRead_whenTaken_thenTheyAreNamedAndNothingChanges() {
        lists.take(ONE, "user:1");
        String wrongChecksum = ONE.replace("aAeb", "AAeb");

        assertThatExceptionOfType(RuleViolated.class)
                .isThrownBy(() -> lists.take(
                        OTHER + "\n0x12\n" + wrongChecksum + "\n" + OTHER + " rude\n" + OTHER + " blocked twice",
                        "user:1"))
                .satisfies(
                        refused -> assertThat(refused.rule()).isEqualTo(ScreeningRule.AN_ADDRESS_LIST_IS_WELL_FORMED))
                .withMessage("The address list cannot be read:"
                        + " line 2: an address is 0x and 40 hexadecimal digits;"
                        + " line 3: the checksum of the address is wrong: a character was mistyped;"
                        + " line 4: the word is sanctioned or blocked;"
                        + " line 5: more than an address and a word.");
        assertThat(lists.find(new EvmAddress(ONE)).categories()).containsExactly(ListCategory.SANCTIONED);
        assertThat(lists.find(new EvmAddress(OTHER)).categories()).isEmpty();
    }

    @Test
    void givenTooMuch_whenTaken_thenRefused_andALongListOfMistakesIsCutShort() {
        String tooLong = "\n".repeat(AddressListText.LINES_MAX + 1);
        String wrong = "x\n".repeat(30);

        assertThatExceptionOfType(RuleViolated.class)
                .isThrownBy(() -> lists.take(tooLong, "user:1"))
                .withMessageContaining("has 200001 lines, and at most 200000 are taken");
        assertThatExceptionOfType(RuleViolated.class)
                .isThrownBy(() -> lists.take(wrong, "user:1"))
                .withMessageContaining("line 20: ")
                .withMessageEndingWith("; and 10 more.");
    }

    @Test
    void givenManyAddresses_whenTaken_thenAllAreThere() {
        String many = IntStream.range(0, 2_500).mapToObj("0x%040x\n"::formatted).collect(Collectors.joining());

        assertThat(lists.take(many, "user:1").entries()).isEqualTo(2_500);
        assertThat(database.jdbc()
                        .sql("select count(*) from address_list_entries")
                        .query(Long.class)
                        .single())
                .isEqualTo(2_500);
    }

    @Test
    void givenAFile_whenStartedAgain_thenALaterListOfAnAdministratorStays(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), ONE);
        lists.takeAtStart(file);
        assertThat(lists.find(new EvmAddress(ONE)).categories()).hasSize(1);

        lists.take(OTHER, "user:1");
        lists.takeAtStart(file);
        assertThat(lists.find(new EvmAddress(ONE)).categories()).isEmpty();

        Files.writeString(file, ONE + " blocked");
        lists.takeAtStart(file);
        assertThat(lists.find(new EvmAddress(ONE)).categories()).containsExactly(ListCategory.BLOCKED);
    }

    @Test
    void givenAFileThatCannotBeRead_whenStarted_thenItSaysWhere(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), "\nnobody");

        assertThatExceptionOfType(ChainMisconfigured.class)
                .isThrownBy(() -> lists.takeAtStart(file))
                .withMessageContaining("list.txt")
                .withMessageContaining("line 2: ");
        assertThatExceptionOfType(ChainMisconfigured.class)
                .isThrownBy(() -> lists.takeAtStart(folder.resolve("missing.txt")))
                .withMessageContaining("missing.txt");
    }

    private long imports() {
        return database.jdbc()
                .sql("select count(*) from address_lists")
                .query(Long.class)
                .single();
    }
}
