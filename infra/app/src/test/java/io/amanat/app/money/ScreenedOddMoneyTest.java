package io.amanat.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.screening.AddressLists;
import io.amanat.chain.screening.OwnScreening;
import io.amanat.chain.screening.ScreeningGate;
import io.amanat.chain.screening.ScreeningSettings;
import io.amanat.chain.screening.SenderHistory;
import io.amanat.chain.testing.OddContracts;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.custody.screening.ScreeningCommand.ClearTransfer;
import io.amanat.contract.custody.screening.ScreeningId;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * What was paid with, through the safety check as the application has it: its own rules as they are delivered, the list, the sender's history,
 * the real aggregate. What is money is screened, whatever token it is in; what is none is not even asked about.
 */
class ScreenedOddMoneyTest {
    private final TestChain chain = TestChain.shared();
    private final MoneyScene scene = new MoneyScene(ScreenedOddMoneyTest::gate);
    private final JdbcClient jdbc = JdbcClient.create(scene.source());

    @AfterEach
    void close() {
        scene.close();
    }

    /** As {@code ChainConfiguration} makes it. */
    private static ScreeningGate gate(DataSource source, CommandSender sender) {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("delivered", new ClassPathResource("application.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ScreeningSettings settings = new Binder(ConfigurationPropertySources.get(environment))
                .bindOrCreate("amanat.screening", ScreeningSettings.class);
        return new ScreeningGate(
                new OwnScreening(
                        lists(source),
                        new SenderHistory(JdbcClient.create(source)),
                        TestChain.shared().client()),
                settings.rules(),
                sender);
    }

    private static AddressLists lists(DataSource source) {
        return new AddressLists(source, new JdbcTransactionManager(source), Clock.systemUTC());
    }

    private Paid due() {
        return scene.due(scene.usdc.amount("100"));
    }

    private void sends(EvmAddress token, Paid paid, BigInteger units) {
        chain.buyer().transfer(token, paid.address(), units);
        scene.confirmed();
    }

    /** Status, findings and token of every safety check of the payment. */
    private List<String> screened(Paid paid) {
        return scene.tables.all(
                "select concat_ws(' ', status, nullif(findings, ''), currency, trim_scale(amount)) from"
                        + " transfer_screenings where payment_id = ? order by position",
                paid.story().payment.value());
    }

    @Test
    void anotherAllowedToken_isScreenedInThatToken_andThenSetAside() {
        Paid paid = due();
        sends(scene.usdt.contract(), paid, scene.usdt.amount("100").units());

        assertThat(screened(paid)).containsExactly("passed USDT 100");
        assertThat(paid.told()).containsExactly("foreign-transfer-detected", "excess-set-aside wrong_token");
        assertThat(paid.balances()).containsExactly("external -100 USDT", "unallocated 100 USDT");

        assertThat(paid.pays("100").state()).isEqualTo("confirmed funded 100");
        assertThat(screened(paid)).containsExactly("passed USDT 100", "passed USDC 100");
    }

    @Test
    void whatIsNoMoney_isNotScreened_andCreditsNothing() {
        EvmAddress fake = OddContracts.token(chain, "USDC", 6, 0, false);
        Paid paid = due();
        sends(fake, paid, scene.usdc.amount("100").units());
        OddContracts.coin(chain, paid.address(), BigInteger.TEN.pow(18));
        sends(scene.usdc.contract(), paid, BigInteger.ZERO);

        assertThat(screened(paid)).isEmpty();
        assertThat(paid.state()).isEqualTo("pending 0");
        assertThat(paid.ledger()).isEmpty();
        assertThat(paid.told()).containsExactly("stray-observed", "stray-observed");
    }

    @Test
    void dust_isScreenedLikeAnyOtherMoney() {
        Paid paid = due().pays("0.000001");

        assertThat(screened(paid)).containsExactly("passed USDC 0.000001");
        assertThat(paid.state()).isEqualTo("processing partial 0.000001");
    }

    @Test
    void fromAListedSender_anyTokenIsSetAsideAsRejected_andStraysAreNotAskedAbout() {
        lists(scene.source()).take(chain.buyer().address() + " sanctioned", "user:admin");
        EvmAddress fake = OddContracts.token(chain, "USDC", 6, 0, false);
        Paid paid = due();
        sends(scene.usdt.contract(), paid, scene.usdt.amount("7").units());
        sends(scene.usdc.contract(), paid, BigInteger.ONE);
        sends(fake, paid, BigInteger.TEN);

        assertThat(screened(paid))
                .containsExactly("rejected sender_sanctioned USDT 7", "rejected sender_sanctioned USDC 0.000001");
        assertThat(paid.told())
                .containsExactly(
                        "foreign-transfer-detected",
                        "excess-set-aside rejected",
                        "transfer-detected",
                        "excess-set-aside rejected",
                        "stray-observed");
        assertThat(paid.balances())
                .containsExactlyInAnyOrder(
                        "external -0.000001 USDC",
                        "external -7 USDT",
                        "unallocated 0.000001 USDC",
                        "unallocated 7 USDT");
        assertThat(paid.state()).isEqualTo("processing 0");
    }

    @Test
    void anotherTokenAboveTheLimit_waitsInClearing_andAGuardWhoLetsItPassMakesNoPaymentOfIt() {
        Paid paid = due();
        sends(scene.usdt.contract(), paid, scene.usdt.amount("1000000.000001").units());

        assertThat(screened(paid)).containsExactly("held amount_above_limit USDT 1000000.000001");
        assertThat(paid.balances()).containsExactly("clearing 1000000.000001 USDT", "external -1000000.000001 USDT");

        UUID screening = UUID.fromString(scene.tables.one(
                "select id::text from transfer_screenings where payment_id = ?",
                paid.story().payment.value()));
        scene.payments.send(
                new ClearTransfer(
                        new ScreeningId(screening),
                        paid.story().buyer,
                        paid.story().seller,
                        paid.story().guard,
                        paid.story().sealed(paid.story().guard, "known")),
                Origin.system("test", paid.story().request));
        jdbc.sql("update chain_observations set retry_at = null").update();
        scene.look();

        assertThat(screened(paid)).containsExactly("cleared amount_above_limit USDT 1000000.000001");
        assertThat(paid.told()).endsWith("excess-set-aside wrong_token");
        assertThat(paid.balances()).containsExactly("external -1000000.000001 USDT", "unallocated 1000000.000001 USDT");
        assertThat(paid.state()).isEqualTo("pending 0");
    }
}
