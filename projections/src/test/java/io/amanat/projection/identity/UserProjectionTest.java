package io.amanat.projection.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserEvent;
import io.amanat.contract.identity.UserEvent.UserErased;
import io.amanat.contract.identity.UserEvent.UserReinstated;
import io.amanat.contract.identity.UserEvent.UserRoleAssigned;
import io.amanat.contract.identity.UserEvent.UserSuspended;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class UserProjectionTest {
    private final ReadModel read;

    UserProjectionTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenPerson_thenTheRowFollowsFromRegistrationToErasure() {
        Story story = new Story(1).people();
        read.apply(story.events());
        String sealed = "pd1." + story.seller + ".mail pd1." + story.seller + ".name";
        assertThat(row(story)).isEqualTo("seller active email 0 " + sealed);

        var reason = story.sealed(story.guard, "why");
        then(
                story,
                new UserRoleAssigned(story.seller, Role.GUARD, reason, story.guard),
                "guard active email 1 " + sealed);
        then(story, new UserSuspended(story.seller, reason, story.guard), "guard suspended email 2 " + sealed);
        then(story, new UserReinstated(story.seller, reason, story.guard), "guard active email 3 " + sealed);
        then(story, new UserErased(story.seller, reason, story.guard), "guard deleted email 4 " + sealed);
    }

    private void then(Story story, UserEvent event, String expected) {
        story.then(event);
        read.apply(story.events());
        assertThat(row(story)).isEqualTo(expected);
    }

    private String row(Story story) {
        return read.one(
                "select concat_ws(' ', role, status, auth_provider, version, email, display_name)"
                        + " from users where id = ?",
                story.seller.value());
    }
}
