package io.amanat.api.custody;

import io.amanat.api.web.CommandContext;
import io.amanat.contract.access.AccessTable;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AddressListController {
    private final AddressListImport lists;

    AddressListController(AddressListImport lists) {
        this.lists = lists;
    }

    @PostMapping(AccessTable.BASE + "/address-lists")
    AddressListAnswer take(@Valid @RequestBody AddressListBody body, CommandContext context) {
        return lists.take(body.list(), context.requireCaller().actor());
    }
}
