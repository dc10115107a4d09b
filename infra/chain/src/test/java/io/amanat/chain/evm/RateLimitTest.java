package io.amanat.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amanat.chain.testing.MisbehavingNode;
import io.amanat.chain.testing.TestChain;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    private final MisbehavingNode node = new MisbehavingNode(TestChain.shared().rpcUrl());
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final JsonRpc rpc = new JsonRpc(node.url(), Duration.ofSeconds(5), () -> now);

    @AfterEach
    void close() {
        rpc.close();
        node.close();
    }

    @Test
    void givenATimeToComeBack_thenNothingIsSentBefore() {
        node.does(question -> MisbehavingNode.status(429, Map.of("Retry-After", "30")));
        refused();
        assertThat(node.asked()).hasSize(1);
        node.behave();

        now = now.plusSeconds(29);
        refused();
        assertThat(node.asked()).hasSize(1);
        now = now.plusSeconds(1);
        assertThat(rpc.call("eth_chainId")).isEqualTo("0x7a69");
    }

    @Test
    void givenADateToComeBack_thenItIsWaitedFor_butNotForever() {
        node.does(question -> MisbehavingNode.status(
                503,
                Map.of(
                        "Retry-After",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                now.plusSeconds(20).atOffset(ZoneOffset.UTC)))));
        refused();
        now = now.plusSeconds(19);
        refused();
        assertThat(node.asked()).hasSize(1);

        node.does(question -> MisbehavingNode.status(429, Map.of("Retry-After", "86400")));
        now = now.plusSeconds(1);
        refused();
        assertThat(node.asked()).hasSize(2);
        node.behave();
        now = now.plus(Restraint.PAUSE_MAX);
        assertThat(rpc.call("eth_chainId")).isEqualTo("0x7a69");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "99999999999999999999", "soon", ""})
    void givenATimeThatMakesNoSense_thenItIsLeftAloneAllTheSame(String time) {
        node.does(question -> MisbehavingNode.status(429, Map.of("Retry-After", time)));
        refused();
        refused();
        assertThat(node.asked()).hasSize(1);
    }

    @Test
    void givenNoTime_thenThePauseDoubles_andBeginsAnewAfterAnAnswer() {
        node.does(question -> MisbehavingNode.status(429, Map.of()));
        for (int seconds : new int[] {1, 2, 4, 8}) {
            int before = node.asked().size();
            refused();
            now = now.plusSeconds(seconds).minusMillis(1);
            refused();
            assertThat(node.asked()).hasSize(before + 1);
            now = now.plusMillis(1);
        }
        node.behave();
        assertThat(rpc.call("eth_chainId")).isEqualTo("0x7a69");
        node.does(question -> MisbehavingNode.status(429, Map.of()));
        refused();
        now = now.plusSeconds(1);
        int before = node.asked().size();
        refused();
        assertThat(node.asked()).hasSize(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "429, Too Many Requests",
        "-32005, daily request count exceeded",
        "-32007, 50/second request limit reached",
        "-32000, your app has exceeded its compute units per second capacity"
    })
    void givenAnErrorThatSaysSo_thenItIsLeftAlone(int code, String words) {
        node.does(question -> MisbehavingNode.error(question, code, words));
        refused();
        refused();
        assertThat(node.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "-32005, query returned more than 10000 results",
        "-32602, block range is too large",
        "3, execution reverted"
    })
    void givenAnotherError_thenItIsARefusalOfThisQuestion(int code, String words) {
        node.does(question -> MisbehavingNode.error(question, code, words));
        assertThatExceptionOfType(NodeRefused.class).isThrownBy(() -> rpc.call("eth_getLogs"));
        node.behave();
        assertThat(rpc.call("eth_chainId")).isEqualTo("0x7a69");
    }

    private void refused() {
        assertThatExceptionOfType(NodeUnavailable.class)
                .isThrownBy(() -> rpc.call("eth_chainId"))
                .withMessageContaining("asked too often");
    }
}
