package io.amanat.chain.hd;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.web3j.crypto.Hash;

/**
 * A BIP-32 extended public key ("xpub") and its non-hardened children.
 *
 * <p>It can derive addresses and nothing else: no private key can be computed from it. A reader might expect that showing it is
 * harmless. It is not: who has it sees every deposit address, and together with one child's private key it gives the
 * parent's. So it never appears in {@link #toString()}.
 *
 * <p>Formulas: BIP-32, "Public parent key → public child key" and "Serialization format".
 */
public final class ExtendedPublicKey {

    private static final int VERSION_XPUB = 0x0488B21E;
    private static final int VERSION_XPRV = 0x0488ADE4;
    private static final int SERIALIZED_BYTES = 78;
    private static final int COMPRESSED_POINT_BYTES = 33;
    private static final int DEPTH_MAX = 255;
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");

    private final int depth;
    private final int parentFingerprint;
    private final int childNumber;
    private final byte[] chainCode;
    private final ECPoint point;

    private ExtendedPublicKey(int depth, int parentFingerprint, int childNumber, byte[] chainCode, ECPoint point) {
        this.depth = depth;
        this.parentFingerprint = parentFingerprint;
        this.childNumber = childNumber;
        this.chainCode = chainCode;
        this.point = point;
    }

    /**
     * Reads the base58check form.
     *
     * @throws IllegalArgumentException if it is not a well-formed xpub of BIP-32; the message never repeats the key. An xprv is
     *     refused by name: it must not be given to a server.
     */
    public static ExtendedPublicKey parse(String xpub) {
        ByteBuffer bytes = ByteBuffer.wrap(Base58Check.decode(xpub));
        require(bytes.remaining() == SERIALIZED_BYTES, "An extended key has " + SERIALIZED_BYTES + " bytes");
        int version = bytes.getInt();
        require(version != VERSION_XPRV, "This is a private extended key; the server takes only an xpub");
        require(version == VERSION_XPUB, "Unknown version of an extended key; only xpub is known");
        int depth = Byte.toUnsignedInt(bytes.get());
        int parentFingerprint = bytes.getInt();
        int childNumber = bytes.getInt();
        require(depth != 0 || parentFingerprint == 0, "A master key has no parent fingerprint");
        require(depth != 0 || childNumber == 0, "A master key has no child number");
        byte[] chainCode = new byte[32];
        bytes.get(chainCode);
        byte[] encoded = new byte[COMPRESSED_POINT_BYTES];
        bytes.get(encoded);
        return new ExtendedPublicKey(depth, parentFingerprint, childNumber, chainCode, pointOf(encoded));
    }

    /**
     * The child with this index.
     *
     * @param index 0 to 2^31-1; a hardened child cannot be derived from a public key
     * @throws IllegalStateException if the index has no valid key (probability below 2^-127); take the next one
     */
    public ExtendedPublicKey child(int index) {
        require(depth < DEPTH_MAX, "An extended key has at most " + DEPTH_MAX + " steps");
        require(index >= 0, "A hardened child cannot be derived from a public key");
        byte[] data = ByteBuffer.allocate(COMPRESSED_POINT_BYTES + Integer.BYTES)
                .put(point.getEncoded(true))
                .putInt(index)
                .array();
        byte[] hash = Hash.hmacSha512(chainCode, data);
        BigInteger left = new BigInteger(1, Arrays.copyOf(hash, 32));
        ECPoint childPoint = CURVE.getG().multiply(left).add(point).normalize();
        if (left.compareTo(CURVE.getN()) >= 0 || childPoint.isInfinity()) {
            throw new IllegalStateException("Index " + index + " has no valid key; take the next one");
        }
        return new ExtendedPublicKey(depth + 1, identifier(), index, Arrays.copyOfRange(hash, 32, 64), childPoint);
    }

    /** Steps from the master key: 3 for the account key {@code m/44'/60'/0'}. */
    public int depth() {
        return depth;
    }

    /** The Ethereum address of this key. */
    public EvmAddress address() {
        byte[] uncompressed = point.getEncoded(false);
        byte[] hash = Hash.sha3(Arrays.copyOfRange(uncompressed, 1, uncompressed.length));
        return new EvmAddress("0x" + HexFormat.of().formatHex(hash, 12, 32));
    }

    /** The base58check form. */
    public String encoded() {
        return Base58Check.encode(ByteBuffer.allocate(SERIALIZED_BYTES)
                .putInt(VERSION_XPUB)
                .put((byte) depth)
                .putInt(parentFingerprint)
                .putInt(childNumber)
                .put(chainCode)
                .put(point.getEncoded(true))
                .array());
    }

    /** Names this key without giving anything away: the first four bytes of its hash, 8 hex digits, as children quote it. */
    public String fingerprint() {
        return HexFormat.of().toHexDigits(identifier());
    }

    @Override
    public String toString() {
        return "ExtendedPublicKey[depth=" + depth + ", fingerprint=" + fingerprint() + "]";
    }

    private int identifier() {
        byte[] sha256 = Hash.sha256(point.getEncoded(true));
        RIPEMD160Digest ripemd160 = new RIPEMD160Digest();
        ripemd160.update(sha256, 0, sha256.length);
        byte[] hash = new byte[ripemd160.getDigestSize()];
        ripemd160.doFinal(hash, 0);
        return ByteBuffer.wrap(hash).getInt();
    }

    private static ECPoint pointOf(byte[] encoded) {
        require(encoded[0] == 2 || encoded[0] == 3, "A public key of an extended key starts with 02 or 03");
        try {
            return CURVE.getCurve().decodePoint(encoded).normalize();
        } catch (IllegalArgumentException notOnCurve) {
            throw new IllegalArgumentException("The public key is not a point of secp256k1", notOnCurve);
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
