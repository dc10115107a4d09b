package io.amanat.query.readtables;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.query.web.Cursors;
import io.amanat.query.web.Limit;
import io.amanat.query.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping(AccessTable.BASE + "/projection-jobs")
class ProjectionJobsController {
    private final JobRows jobs;
    private final ShownTables tables;
    private final JobStreams streams;

    ProjectionJobsController(JobRows jobs, ShownTables tables, JobStreams streams) {
        this.jobs = jobs;
        this.tables = tables;
        this.streams = streams;
    }

    @GetMapping
    Page<JobView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Limit.of(limit);
        return Page.cut(
                jobs.list(Cursors.seen(cursor), size + 1),
                size,
                job -> new Cursors.Seen(job.requestedAt(), job.id()).encoded());
    }

    @GetMapping("/{jobId}")
    JobView one(@PathVariable UUID jobId) {
        return jobs.one(jobId);
    }

    /** The job each time that something about it changes, as event {@code progress}; ends with the job. */
    @GetMapping(path = "/{jobId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(@AuthenticationPrincipal Caller caller, @PathVariable UUID jobId) {
        jobs.one(jobId);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(streams.open(caller, jobId));
    }

    @GetMapping("/{jobId}/tables")
    Page<String> tables(@PathVariable UUID jobId) {
        return Page.whole(tables.names(jobId));
    }

    /** Rows in the order of the primary key. */
    @GetMapping("/{jobId}/tables/{table}")
    Page<TableRow> table(
            @PathVariable UUID jobId,
            @PathVariable String table,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return tables.page(jobId, table, cursor, Limit.of(limit));
    }
}
