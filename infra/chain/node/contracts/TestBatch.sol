// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

interface Transferable {
    function transfer(address to, uint256 amount) external;
}

/// Pays several at once out of what was sent here before, in one transaction, as exchanges do.
contract TestBatch {
    function pay(address token, address first, uint256 toFirst, address second, uint256 toSecond) external {
        Transferable(token).transfer(first, toFirst);
        Transferable(token).transfer(second, toSecond);
    }
}
