package io.amanat.api.readtables;

import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.contract.WireEnum;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.readtables.JobKind;
import io.amanat.contract.readtables.JobRequest;
import io.amanat.contract.readtables.ReadTableJobs;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A job is taken up after the answer; how it goes is asked with GET. */
@RestController
@RequestMapping(AccessTable.BASE + "/projection-jobs")
class ProjectionJobController {
    private final ReadTableJobs jobs;
    private final Commands commands;

    ProjectionJobController(ReadTableJobs jobs, Commands commands) {
        this.jobs = jobs;
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<IdAnswer> request(@Valid @RequestBody JobBody body, CommandContext context) {
        UUID id = context.newId("projection-job");
        JobKind kind = WireEnum.parse(JobKind.class, body.kind());
        jobs.request(new JobRequest(
                id, kind, body.position(), body.at(), context.requireCaller().actor()));
        return commands.created("/projection-jobs/" + id, new IdAnswer(id));
    }

    @PostMapping("/{jobId}/cancellation")
    ResponseEntity<IdAnswer> cancel(@PathVariable UUID jobId) {
        jobs.cancel(jobId);
        return commands.accepted(new IdAnswer(jobId));
    }

    @PostMapping("/{jobId}/discard")
    ResponseEntity<IdAnswer> discard(@PathVariable UUID jobId) {
        jobs.discard(jobId);
        return commands.accepted(new IdAnswer(jobId));
    }
}
