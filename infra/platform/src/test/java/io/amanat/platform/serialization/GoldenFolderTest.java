package io.amanat.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The check of golden files is itself checked, on events that have a past. */
class GoldenFolderTest {

    private static final Path PARCELS = Path.of("src", "test", "resources", "golden-parcels");

    @TempDir
    private Path empty;

    private final GoldenFolder golden = new GoldenFolder(PARCELS, ParcelEvent.reader());

    @Test
    void givenEveryFile_thenNothingIsMissing() {
        assertThat(golden.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parcel.weighed.v1", "parcel.weighed.v2", "parcel.sent-back.v1"})
    void givenHistoricEvent_thenItIsReadAsExpected(String name) {
        golden.checkUpcast(name);
    }

    @Test
    void givenUpcasterThatErrs_thenTheCheckFails() {
        EventReader erring = new EventReader(
                ParcelEvent.types(),
                List.of(new ParcelEvent.WeighedInKilograms(), new WeighedBySomebody(), new ParcelEvent.SentBack()));

        assertThatThrownBy(() -> new GoldenFolder(PARCELS, erring).checkUpcast("parcel.weighed.v2"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("somebody");
    }

    @Test
    void givenNoFiles_thenEachIsMissed() {
        assertThat(new GoldenFolder(empty, ParcelEvent.reader()).problems())
                .hasSize(9)
                .contains(
                        "parcel.lost.v1 is a current event and has no golden file",
                        "parcel.weighed.v1 has an upcaster and no golden file",
                        "parcel.weighed.v1 has an upcaster, and no file says what it is now");
    }

    @Test
    void givenPinnedNameThatNobodyKnows_thenItsUpcasterIsMissed() throws Exception {
        Files.createDirectory(empty.resolve("upcast"));
        Files.createFile(empty.resolve("parcel.painted.v1.json"));
        Files.createFile(empty.resolve("upcast").resolve("parcel.painted.v1.json"));

        assertThat(new GoldenFolder(empty, ParcelEvent.reader()).problems())
                .contains(
                        "parcel.painted.v1 is pinned, but no current event and without an upcaster",
                        "parcel.painted.v1 is said to become another event and has no upcaster");
    }

    private record WeighedBySomebody(String from, String to) implements Upcaster {
        WeighedBySomebody() {
            this("parcel.weighed.v2", "parcel.weighed.v3");
        }

        @Override
        public ObjectNode upcast(ObjectNode payload, Map<String, String> metadata) {
            return payload.put("weighedBy", "somebody");
        }
    }
}
