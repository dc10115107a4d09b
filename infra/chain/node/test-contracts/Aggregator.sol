// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

import {AggregatorV3Interface} from "@chainlink/contracts/src/v0.8/interfaces/AggregatorV3Interface.sol";

/// A price feed of the tests with Chainlink's own interface, whose latest round is whatever it is told. Anybody may tell it.
contract Aggregator is AggregatorV3Interface {
    uint8 public immutable override decimals;
    string public override description;
    uint256 public constant override version = 4;

    uint80 private _round;
    int256 private _answer;
    uint256 private _updatedAt;
    uint80 private _answeredInRound;

    constructor(uint8 decimals_, string memory description_) {
        decimals = decimals_;
        description = description_;
    }

    function tell(uint80 round, int256 answer, uint256 updatedAt, uint80 answeredInRound) external {
        _round = round;
        _answer = answer;
        _updatedAt = updatedAt;
        _answeredInRound = answeredInRound;
    }

    function getRoundData(uint80 round) external view override returns (uint80, int256, uint256, uint256, uint80) {
        require(round == _round, "No data present");
        return (_round, _answer, _updatedAt, _updatedAt, _answeredInRound);
    }

    function latestRoundData() external view override returns (uint80, int256, uint256, uint256, uint80) {
        return (_round, _answer, _updatedAt, _updatedAt, _answeredInRound);
    }
}
