package io.amanat.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amanat.contract.money.EvmAddress;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class Eip55Test {

    private final Eip55 eip55 = new Eip55();

    @ParameterizedTest
    @CsvFileSource(resources = "eip55-addresses.csv")
    void acceptsAndWritesThePublishedForm(String address) {
        assertThat(eip55.format(eip55.parse(address))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "eip55-addresses.csv")
    void acceptsOneCaseWithoutAChecksum(String address) {
        String digits = address.substring(2);

        assertThat(eip55.parse("0x" + digits.toLowerCase(Locale.ROOT))).isEqualTo(new EvmAddress(address));
        assertThat(eip55.parse("0x" + digits.toUpperCase(Locale.ROOT))).isEqualTo(new EvmAddress(address));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "eip55-addresses.csv")
    void refusesEveryFlippedLetterThatLeavesMixedCase(String address) {
        for (int i = 2; i < address.length(); i++) {
            char letter = address.charAt(i);
            char flipped =
                    Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
            String mistyped = address.substring(0, i) + flipped + address.substring(i + 1);
            String digits = mistyped.substring(2);
            boolean oneCase =
                    digits.equals(digits.toLowerCase(Locale.ROOT)) || digits.equals(digits.toUpperCase(Locale.ROOT));
            if (flipped != letter && !oneCase) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> eip55.parse(mistyped))
                        .withMessageContaining("checksum");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "52908400098527886E0F7030069857D2E4169EE7",
                "0X52908400098527886E0F7030069857D2E4169EE7",
                "0x52908400098527886E0F7030069857D2E4169EE",
                "0x52908400098527886E0F7030069857D2E4169EE7 ",
                "0x52908400098527886E0F7030069857D2E4169EEg"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> eip55.parse(text));
    }
}
