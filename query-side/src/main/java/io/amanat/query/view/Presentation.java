package io.amanat.query.view;

import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.DecimalText;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what stands in the tables into what people read: personal text opened, addresses with their checksum, amounts in whole tokens. */
@Component
public final class Presentation {
    private final PersonalDataVault vault;
    private final AddressChecksum checksum;

    Presentation(PersonalDataVault vault, AddressChecksum checksum) {
        this.vault = vault;
        this.checksum = checksum;
    }

    /** The text, or {@link PersonalDataVault#ERASED}. */
    public String text(String sealed) {
        return vault.open(new PersonalText(sealed));
    }

    public @Nullable String textOrNull(@Nullable String sealed) {
        return sealed == null ? null : text(sealed);
    }

    public String address(String address) {
        return checksum.format(new EvmAddress(address));
    }

    public TokenAmountView amount(BigDecimal units, String currency, long chainId, String contract, int decimals) {
        BigInteger whole = units.toBigIntegerExact();
        return new TokenAmountView(DecimalText.of(whole, decimals), currency, chainId, address(contract), decimals);
    }

    public TokenAmountView amount(AssetAmount amount) {
        return new TokenAmountView(
                amount.amount(),
                amount.asset().currency().wire(),
                amount.asset().chainId(),
                checksum.format(amount.asset().contract()),
                amount.asset().decimals());
    }
}
