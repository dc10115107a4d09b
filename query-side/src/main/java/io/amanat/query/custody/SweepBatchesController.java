package io.amanat.query.custody;

import io.amanat.contract.access.AccessTable;
import io.amanat.query.web.Cursors;
import io.amanat.query.web.Limit;
import io.amanat.query.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/sweep-batches")
class SweepBatchesController {
    private final SweepBatchRows batches;

    SweepBatchesController(SweepBatchRows batches) {
        this.batches = batches;
    }

    @GetMapping
    Page<SweepBatchView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Limit.of(limit);
        return Page.cut(
                batches.list(Cursors.seen(cursor), size + 1),
                size,
                batch -> new Cursors.Seen(batch.createdAt(), batch.id()).encoded());
    }

    @GetMapping("/{batchId}")
    SweepBatchView one(@PathVariable UUID batchId) {
        return batches.one(batchId);
    }
}
