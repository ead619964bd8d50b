import Kernel
import Web

/// Refusals of yearly reports and agency contracts; numbers 4685–4689.
extension LedgerRefusal {
    package static let reportTooEarly = Self(
        4685, .conflict, field: "year",
        zh: "{1} 年的账还没有结完，没有年度报告可交。",
        en: "The books of {1} are not closed: there is no yearly report to hand over.",
        next: Message(zh: "请先结到十二月，在次年报送。", en: "Close December first; the report goes out in the year after."),
        basis: LedgerText.finance35,
        example: ["2026"])

    package static let reportFiled = Self(
        4686, .conflict, field: "recipient",
        zh: "这一年的报告已于 {1} 交给该部门。",
        en: "This recipient had the year's report on {1}.",
        next: Message(zh: "请选另一个部门或另一年。", en: "Choose another recipient or another year."),
        basis: LedgerText.finance35,
        example: ["2027-02-01"])

    package static let agencyOverlaps = Self(
        4687, .conflict, field: "from",
        zh: "已登记的代理合同到 {1} 为止，期限不能重叠。",
        en: "The agency contract on record lasts until {1}; terms do not overlap.",
        next: Message(zh: "请从前一份合同到期的次日起登记。", en: "Let it begin on the day after."),
        basis: LedgerText.archives26,
        example: ["2027-12-31"])

    package static let paidAhead = Self(
        4713, .conflict, field: "from",
        zh: "{1} 到期的一期已经付款或入账，不能改。",
        en: "The instalment due on {1} is paid or booked already and stays.",
        next: Message(zh: "请让补充协议从这一期之后的年度起执行。", en: "Let the agreement begin with a year after that one."),
        basis: LedgerText.finance35,
        example: [CivilDate.earliest])
}
