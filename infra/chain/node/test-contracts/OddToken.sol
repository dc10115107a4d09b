// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Pausable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Pausable.sol";

/// A token of the tests that can be told to behave like each of the odd ones: paused, with a blacklist, answering
/// "no" instead of reverting, keeping a part of what it moves. Anybody may tell it.
contract OddToken is ERC20Pausable {
    uint8 private immutable _decimals;
    mapping(address account => bool) public isBlacklisted;
    bool public saysNo;
    uint256 public feeBps;

    constructor(uint8 decimals_) ERC20("Odd Token", "ODD") {
        _decimals = decimals_;
    }

    function decimals() public view override returns (uint8) {
        return _decimals;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setPaused(bool on) external {
        if (on) {
            _pause();
        } else {
            _unpause();
        }
    }

    function setBlacklisted(address account, bool on) external {
        isBlacklisted[account] = on;
    }

    function setSaysNo(bool on) external {
        saysNo = on;
    }

    function setFeeBps(uint256 bps) external {
        feeBps = bps;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        return saysNo ? false : super.transfer(to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!isBlacklisted[from] && !isBlacklisted[to], "account is blacklisted");
        uint256 fee = from == address(0) || to == address(0) ? 0 : amount * feeBps / 10_000;
        if (fee > 0) {
            super._update(from, address(0xfee), fee);
        }
        super._update(from, to, amount - fee);
    }
}
