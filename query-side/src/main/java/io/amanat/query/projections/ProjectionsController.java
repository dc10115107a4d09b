package io.amanat.query.projections;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.projections.DeadLetter;
import io.amanat.contract.projections.DeadLetters;
import io.amanat.contract.projections.ProjectionStatus;
import io.amanat.query.web.Cursors;
import io.amanat.query.web.Limit;
import io.amanat.query.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/projections")
class ProjectionsController {
    private final ProjectionStatus projections;
    private final DeadLetters letters;

    ProjectionsController(ProjectionStatus projections, DeadLetters letters) {
        this.projections = projections;
        this.letters = letters;
    }

    @GetMapping
    ProjectionStatus.Status status() {
        return projections.status();
    }

    @GetMapping("/dead-letters")
    Page<DeadLetter> deadLetters(
            @RequestParam(required = false) @Nullable String sequence,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Limit.of(limit);
        return Page.cut(
                letters.list(sequence, Cursors.position(cursor, 0), size + 1),
                size,
                letter -> Cursors.ofPosition(letter.position()));
    }
}
