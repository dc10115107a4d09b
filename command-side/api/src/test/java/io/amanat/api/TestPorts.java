package io.amanat.api;

import io.amanat.api.custody.AddressListAnswer;
import io.amanat.api.custody.AddressListImport;
import io.amanat.api.escrow.AllowedAssets;
import io.amanat.api.identity.AccessTokenIssuer;
import io.amanat.api.marketplace.DeliveryCodeHasher;
import io.amanat.contract.EventPositions;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.configuration.InitialSettings;
import io.amanat.contract.custody.CustodyStep;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.custody.ParkedSteps;
import io.amanat.contract.escrow.OfferedProviders;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PayoutAddressPolicy;
import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.TextSignature;
import io.amanat.contract.projections.DeadLetter;
import io.amanat.contract.projections.DeadLetterRule;
import io.amanat.contract.projections.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;

/** What the platform provides, reduced to what this module can see of it. */
@Configuration(proxyBeanMethods = false)
public class TestPorts {
    public static final Asset USDC =
            new Asset(31337, new EvmAddress("0x00000000000000000000000000000000000000c1"), Currency.USDC, 6);

    /** Nobody is paid there. */
    public static final EvmAddress OUR_ADDRESS = new EvmAddress("0x00000000000000000000000000000000000000f0");

    @Bean
    Commanded commanded() {
        return new Commanded();
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    EventPositions positions() {
        return new EventPositions() {
            @Override
            public long head() {
                return 42;
            }

            @Override
            public long projected() {
                return 42;
            }
        };
    }

    @Bean
    EventHistory history() {
        return requestId -> List.of();
    }

    @Bean
    AskedJobs jobs() {
        return new AskedJobs();
    }

    @Bean
    AskedReconciliations reconciliations() {
        return new AskedReconciliations();
    }

    @Bean
    AskedSweeps sweeps() {
        return new AskedSweeps();
    }

    @Bean
    ParkedSteps parkedSteps() {
        return new ParkedSteps() {
            @Override
            public void park(CustodyStep step, RuleViolated refused) {
                throw refused;
            }

            @Override
            public Optional<CustodyStep> waiting(UUID id) {
                return Optional.empty();
            }

            @Override
            public void taken(UUID id, UserId by, PersonalText reason) {
                throw new IllegalStateException("No step waits");
            }
        };
    }

    @Bean
    DeadLetters deadLetters() {
        return new DeadLetters() {
            @Override
            public List<DeadLetter> list(String sequence, long after, int limit) {
                return List.of();
            }

            @Override
            public int retry(String sequence) {
                throw new RuleViolated(DeadLetterRule.NO_SUCH_DEAD_LETTER);
            }
        };
    }

    @Bean
    AllowedAssets assets() {
        return () -> List.of(USDC);
    }

    @Bean
    InitialSettings initialSettings() {
        return () -> Map.of("confirmation_threshold:31337", 3L);
    }

    @Bean
    OfferedProviders providers() {
        return () -> Set.of(PaymentProvider.AMN_SCANNER, PaymentProvider.SHKEEPER);
    }

    @Bean
    TakenWebhooks webhooks() {
        return new TakenWebhooks();
    }

    @Bean
    AddressListImport addressLists() {
        return (list, by) ->
                new AddressListAnswer("of " + by, Math.toIntExact(list.lines().count()));
    }

    @Bean
    KeyedHash keyedHash() {
        return (purpose, data) -> hmac(purpose, data);
    }

    @Bean
    DeliveryCodeHasher codeHasher() {
        return (request, code) -> new DeliveryCodeHash(hmac("code" + request, code.getBytes(StandardCharsets.UTF_8)));
    }

    @Bean
    AddressChecksum checksum() {
        return new AddressChecksum() {
            @Override
            public EvmAddress parse(String text) {
                return new EvmAddress(text);
            }

            @Override
            public String format(EvmAddress address) {
                return address.value();
            }
        };
    }

    /** Whoever is named in the "signature". */
    @Bean
    TextSignature textSignature() {
        return (text, signature) -> Optional.of(new EvmAddress(signature.substring(0, 42)));
    }

    @Bean
    PayoutAddressPolicy payoutAddressPolicy() {
        return new PayoutAddressPolicy("api.example", Duration.ofMinutes(15), Duration.ofHours(24));
    }

    @Bean
    OwnAddresses ownAddresses() {
        return OUR_ADDRESS::equals;
    }

    /** The "token" is the session itself; a test puts it into the details of its authentication. */
    @Bean
    AccessTokenIssuer accessTokens() {
        return new AccessTokenIssuer() {
            @Override
            public AccessToken issue(UserId user, Role role, UUID session) {
                return new AccessToken(session.toString(), 600);
            }

            @Override
            public UUID session(Authentication authentication) {
                return (UUID) authentication.getDetails();
            }
        };
    }

    @Bean
    PersonalDataVault vault() {
        return new PersonalDataVault() {
            private final Set<UserId> forgotten = ConcurrentHashMap.newKeySet();

            @Override
            public PersonalText seal(UserId subject, String plain) {
                RuleViolated.unless(!forgotten.contains(subject), IdentityRule.ERASED_USERS_STAY_ERASED);
                byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
                return PersonalText.of(
                        subject, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }

            @Override
            public String open(PersonalText sealed) {
                return forgotten.contains(sealed.subject())
                        ? ERASED
                        : new String(Base64.getUrlDecoder().decode(sealed.ciphertext()), StandardCharsets.UTF_8);
            }

            @Override
            public void forget(UserId subject) {
                forgotten.add(subject);
            }
        };
    }

    private static String hmac(String purpose, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("test " + purpose).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
