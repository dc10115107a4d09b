package io.amanat.api.projections;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.projections.DeadLetters;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers when it is done: all events of the sequence are in the tables, or none. */
@RestController
class DeadLetterController {
    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    /** How many events were taken. */
    record Retried(String sequence, int events) {}

    @PostMapping(AccessTable.BASE + "/projections/dead-letters/{sequence}/retry")
    Retried retry(@PathVariable String sequence) {
        return new Retried(sequence, letters.retry(sequence));
    }
}
