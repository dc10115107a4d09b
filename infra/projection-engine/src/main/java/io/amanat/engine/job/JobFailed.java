package io.amanat.engine.job;

import java.io.Serial;

/** The job cannot be done; the message is the sentence that an operator reads. */
final class JobFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    JobFailed(String sentence) {
        super(sentence);
    }
}
