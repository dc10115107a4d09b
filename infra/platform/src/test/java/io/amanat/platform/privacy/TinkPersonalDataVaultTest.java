package io.amanat.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

@ExtendWith(PostgresExtension.class)
class TinkPersonalDataVaultTest {
    private final UserId dana = new UserId(UUID.randomUUID());
    private final TestDatabase database;

    @TempDir
    private Path keysFolder;

    TinkPersonalDataVaultTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void sealedTextOpensAndDiffersEachTime() {
        PersonalDataVault vault = vault(keysFolder);
        PersonalText once = vault.seal(dana, "Dana Ünïcode, 1 Example Street");
        PersonalText again = vault.seal(dana, "Dana Ünïcode, 1 Example Street");
        assertThat(once).isNotEqualTo(again);
        assertThat(once.token()).doesNotContain("Example");
        assertThat(vault(keysFolder).open(once)).isEqualTo("Dana Ünïcode, 1 Example Street");
    }

    @Test
    void forgottenPersonReadsAsErasedEverywhereAndForEver() {
        PersonalDataVault vault = vault(keysFolder);
        PersonalText sealed = vault.seal(dana, "secret");
        vault.forget(dana);
        assertThat(vault.open(sealed)).isEqualTo(PersonalDataVault.ERASED);
        assertThat(vault(keysFolder).open(sealed)).isEqualTo(PersonalDataVault.ERASED);
        assertThatThrownBy(() -> vault.seal(dana, "again"))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(IdentityRule.ERASED_USERS_STAY_ERASED));
        vault.forget(dana);
    }

    @Test
    void onePersonsTextDoesNotOpenAsAnothers() {
        PersonalDataVault vault = vault(keysFolder);
        UserId other = new UserId(UUID.randomUUID());
        vault.seal(other, "x");
        PersonalText stolen = PersonalText.of(other, vault.seal(dana, "secret").ciphertext());
        assertThatThrownBy(() -> vault.open(stolen)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void databaseAloneOpensNothing(@TempDir Path otherKeys) {
        PersonalText sealed = vault(keysFolder).seal(dana, "secret");
        assertThatThrownBy(() -> vault(otherKeys).open(sealed)).hasMessageContaining("master key");
    }

    @Test
    void secretsAreForTheirOwnerOnly() throws IOException {
        vault(keysFolder).seal(dana, "secret");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(keysFolder.resolve("master-keyset.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keyedMacIsTheSameAfterARestartAndDiffersByPurpose() {
        byte[] mail = "dana@example.org".getBytes(StandardCharsets.UTF_8);
        String first = KeyedMac.in(new SecretFiles(keysFolder)).hex("email", mail);
        assertThat(KeyedMac.in(new SecretFiles(keysFolder)).hex("email", mail))
                .isEqualTo(first)
                .matches("[0-9a-f]{64}");
        assertThat(KeyedMac.in(new SecretFiles(keysFolder)).hex("code", mail)).isNotEqualTo(first);
    }

    private PersonalDataVault vault(Path folder) {
        PersonKeys keys = new PersonKeys(database.jdbc(), new JdbcTransactionManager(database.app()));
        return new TinkPersonalDataVault(
                keys, MasterKey.in(new SecretFiles(folder)), new RecentKeys(Clock.systemUTC()));
    }
}
