package io.amanat.api.identity;

import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wire;
import io.amanat.contract.identity.Scope;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

record ApiKeyBody(
        @Text(max = 200) String name,

        @NotNull @Size(min = 1, max = 10) List<@Wire(Scope.class) String> scopes) {}
