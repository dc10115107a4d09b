package io.amanat.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildTest {

    /** Maven itself may run on an older JDK: what is tested must run on the one that the product runs on. */
    @Test
    void testsRunOnJava25() {
        assertThat(Runtime.version().feature()).isEqualTo(25);
    }

    /** Spring MVC and Axon read parameter names at run time. */
    @Test
    void parameterNamesAreKept() throws NoSuchMethodException {
        var main = AmanatApplication.class.getMethod("main", String[].class);
        assertThat(main.getParameters()[0].isNamePresent()).isTrue();
    }
}
