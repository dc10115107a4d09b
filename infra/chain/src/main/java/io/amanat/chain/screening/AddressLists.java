package io.amanat.chain.screening;

import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.WireEnum;
import io.amanat.contract.custody.screening.ListCategory;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The list of addresses that money is not taken from. A list replaces the one before as a whole, in one transaction; which one was in
 * force stands in every verdict. Verdicts that were reached do not change with it.
 */
public final class AddressLists {
    private static final long FILE_BYTES_MAX = 20_000_000;
    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public AddressLists(DataSource source, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = JdbcClient.create(source);
        this.batches = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A list that is in force. {@code version} is the second of its import and the SHA-256 of its text. */
    public record Imported(String version, int entries) {}

    /** How an address stands in the list of this version. */
    record Listed(String version, List<ListCategory> categories) {}

    /**
     * Puts this list into force. The one that is in force already changes nothing.
     *
     * @throws RuleViolated naming the lines that cannot be read; the list before stays in force
     */
    public Imported take(String text, String by) {
        AddressListText list = AddressListText.read(text);
        return transaction.execute(status -> {
            lock();
            return inForce(list).orElseGet(() -> replaced(list, by));
        });
    }

    /**
     * Takes the configured file, unless this very list was in force at any time before: an administrator may have taken another since.
     *
     * @throws ChainMisconfigured when it cannot be read
     */
    public void takeAtStart(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new ChainMisconfigured(
                        "The address list " + file + " has more than " + FILE_BYTES_MAX + " bytes.");
            }
            String text = Files.readString(file);
            AddressListText list = AddressListText.read(text);
            if (!everInForce(list)) {
                take(text, "system:start");
            }
        } catch (IOException unreadable) {
            throw new ChainMisconfigured("The address list " + file + " cannot be read: " + unreadable.getMessage());
        } catch (RuleViolated malformed) {
            throw new ChainMisconfigured(file + ": " + malformed.getMessage());
        }
    }

    /** One statement, so that version and categories are of the same list. */
    Listed find(EvmAddress address) {
        return jdbc.sql("""
            select (select version from address_lists order by sequence desc limit 1) as version,
                   (select string_agg(category, ',' order by category) from address_list_entries where address = ?) as found\
            """)
                .param(address.value())
                .query((row, _) -> new Listed(
                        Optional.ofNullable(row.getString("version")).orElse(ScreeningInputs.NO_LIST),
                        Optional.ofNullable(row.getString("found")).stream()
                                .flatMap(found -> Stream.of(found.split(",", -1)))
                                .map(word -> WireEnum.parse(ListCategory.class, word))
                                .toList()))
                .single();
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('address list', 0))::text")
                .query(String.class)
                .single();
    }

    private Optional<Imported> inForce(AddressListText list) {
        return jdbc.sql("select version, entries, sha256 from address_lists order by sequence desc limit 1")
                .query((row, _) -> row.getString("sha256").equals(list.sha256())
                        ? Optional.of(new Imported(row.getString("version"), row.getInt("entries")))
                        : Optional.<Imported>empty())
                .optional()
                .flatMap(found -> found);
    }

    private boolean everInForce(AddressListText list) {
        return jdbc.sql("select count(*) from address_lists where sha256 = ?")
                        .param(list.sha256())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Imported replaced(AddressListText list, String by) {
        Instant now = clock.instant();
        Imported imported = new Imported(
                now.truncatedTo(ChronoUnit.SECONDS) + "/" + list.sha256(),
                list.entries().size());
        jdbc.sql("delete from address_list_entries").update();
        batches.batchUpdate(
                "insert into address_list_entries (address, category) values (?, ?)",
                list.entries(),
                ROWS_AT_ONCE,
                (row, entry) -> {
                    row.setString(1, entry.address().value());
                    row.setString(2, entry.category().wire());
                });
        jdbc.sql("insert into address_lists (version, sha256, entries, imported_by, imported_at) values (?, ?,"
                        + " ?, ?, ?)")
                .params(imported.version(), list.sha256(), imported.entries(), by, Timestamp.from(now))
                .update();
        return imported;
    }
}
