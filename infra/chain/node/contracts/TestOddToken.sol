// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// A token as odd as its maker wants it: any symbol, any decimals, and a fee on transfer that its log tells, or hides.
contract TestOddToken is ERC20 {
    uint8 private immutable scale;
    uint256 private immutable feeBps;
    bool private immutable hidesFee;

    constructor(string memory symbol, uint8 decimals_, uint256 feeBps_, bool hidesFee_) ERC20(symbol, symbol) {
        scale = decimals_;
        feeBps = feeBps_;
        hidesFee = hidesFee_;
    }

    function decimals() public view override returns (uint8) {
        return scale;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        uint256 fee = from == address(0) ? 0 : (amount * feeBps) / 10_000;
        if (fee == 0) {
            super._update(from, to, amount);
            return;
        }
        super._update(from, address(this), fee);
        super._update(from, to, amount - fee);
        if (hidesFee) {
            // what a reader of the logs sees last is the whole amount; balances know better
            emit Transfer(from, to, fee);
        }
    }
}
