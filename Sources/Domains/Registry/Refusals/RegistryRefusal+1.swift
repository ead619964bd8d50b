import Kernel
import Web

extension RegistryRefusal {
    package static let fileEmpty = Self(
        2001, .badInput,
        zh: "文件是空的。",
        en: "The file is empty.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."))

    package static let fileColumns = Self(
        2004, .badInput,
        zh: "第 {1} 行的列数或内容与表头不符。",
        en: "Row {1} does not fit the header.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."),
        example: [7])

    package static let fileHeader = Self(
        2005, .badInput,
        zh: "表头缺少“{1}”列。",
        en: "The header has no column “{1}”.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."),
        example: ["code"])

    package static let rowCode = Self(
        2006, .badInput, field: "rows",
        zh: "第 {1} 行：代码“{2}”不对。",
        en: "Row {1}: “{2}” is not a division code.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."),
        example: [3, "14040x"])

    package static let rowLevel = Self(
        2007, .badInput, field: "rows",
        zh: "第 {1} 行：级别“{2}”与代码不符。",
        en: "Row {1}: level “{2}” does not fit the code.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."),
        example: [3, "villages"])

    package static let rowKind = Self(
        2008, .badInput, field: "rows",
        zh: "第 {1} 行：没有“{2}”这种类别。",
        en: "Row {1}: there is no kind “{2}”.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."),
        example: [3, "city"])

    package static let rowName = Self(
        2009, .badInput, field: "rows",
        zh: "第 {1} 行：名称是空的。",
        en: "Row {1}: the name is empty.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."),
        example: [3])

    package static let rowDuplicate = Self(
        2010, .badInput, field: "rows",
        zh: "第 {1} 行：代码 {2} 在第 {3} 行已经出现。",
        en: "Row {1}: code {2} already stands in row {3}.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."),
        example: [9, "140404101", 3])

    package static let rowParentMissing = Self(
        2011, .badInput, field: "rows",
        zh: "第 {1} 行：{2} 的上级“{3}”既不在文件中，也没有登记。",
        en: "Row {1}: the parent “{3}” of {2} is neither in the file nor registered.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."),
        example: [3, "140404101201", "140404101"])

    package static let rowOutsideParent = Self(
        2012, .badInput, field: "rows",
        zh: "第 {1} 行：代码 {2} 不在上级 {3} 之下。",
        en: "Row {1}: code {2} does not lie under its parent {3}.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."),
        example: [3, "140404101201", "140405101"])

    package static let rowOutsideScope = Self(
        2013, .badInput, field: "rows",
        zh: "第 {1} 行：代码 {2} 不在导入范围内。",
        en: "Row {1}: code {2} lies outside the scope of the import.",
        next: Message(
            zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written."),
        example: [3, "130100"])

    package static let rowOlder = Self(
        2014, .conflict, field: "rows",
        zh: "第 {1} 行：{2} 自 {3} 起已有更新的记录，不能用更早的名单改写。",
        en: "Row {1}: {2} has a newer record since {3}; an older list cannot change it.",
        next: Message(zh: "请导入日期更新的名单。", en: "Import a list of a later date."),
        example: [3, "140404", "2020-06-30"])

    package static let codeUnknown = Self(
        2015, .notFound, field: "code",
        zh: "没有代码为 {1} 的地方。",
        en: "There is no place with code {1}.",
        next: Message(zh: "请从列表中选择已登记的。", en: "Choose one that is registered, from the list."),
        example: ["140421"])

    package static let codeTaken = Self(
        2016, .conflict, field: "newCode",
        zh: "代码 {1} 已被另一处使用。",
        en: "Code {1} already belongs to another place.",
        next: Message(zh: "如果是合并，请选择“合并”。", en: "If the places are merged, choose “merge”."),
        example: ["140404"])

    package static let codeLevels = Self(
        2017, .badInput, field: "newCode",
        zh: "{1} 与 {2} 不是同一级的代码。",
        en: "{1} and {2} are not codes of one level.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."),
        example: ["140421", "140404101"])

    package static let mergeNeedsName = Self(
        2018, .badInput, field: "name",
        zh: "合并成的新地方需要名称。",
        en: "The new place of the merger needs a name.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let changeOlder = Self(
        2019, .conflict, field: "asOf",
        zh: "此地自 {1} 起已有更新的记录。",
        en: "This place has a newer record since {1}.",
        next: Message(zh: "请用不早于该日的日期。", en: "Use a date not before that day."),
        example: ["2020-06-30"])

    package static let divisionUnknown = Self(
        2020, .notFound, field: "division",
        zh: "没有登记过地方“{1}”。",
        en: "No place “{1}” is registered.",
        next: Message(zh: "请从列表中选择已登记的。", en: "Choose one that is registered, from the list."),
        example: ["p140499"])

    package static let divisionClosed = Self(
        2021, .conflict, field: "division",
        zh: "地方“{1}”已经撤销。",
        en: "The place “{1}” has been closed.",
        next: Message(zh: "请登记到接续它的地方。", en: "Register it with the place that succeeded it."),
        example: ["p140402"])

    package static let organisationUnknown = Self(
        2022, .notFound, field: "organisation",
        zh: "没有登记过组织“{1}”。",
        en: "No organisation “{1}” is registered.",
        next: Message(zh: "请从列表中选择已登记的。", en: "Choose one that is registered, from the list."),
        example: ["o1"])

    package static let partyUnknown = Self(
        2023, .notFound, field: "party",
        zh: "没有登记过当事人“{1}”。",
        en: "No party “{1}” is registered.",
        next: Message(zh: "请从列表中选择已登记的。", en: "Choose one that is registered, from the list."),
        example: ["p1"])

    package static let assetUnknown = Self(
        2024, .notFound, field: "asset",
        zh: "没有登记过资产资源“{1}”。",
        en: "No asset “{1}” is registered.",
        next: Message(zh: "请从列表中选择已登记的。", en: "Choose one that is registered, from the list."),
        example: ["a1"])

    package static let contractUnknown = Self(
        2025, .notFound, field: "contract",
        zh: "没有登记过合同“{1}”。",
        en: "No contract “{1}” is registered.",
        next: Message(zh: "请从列表中选择已登记的。", en: "Choose one that is registered, from the list."),
        example: ["c1"])

    package static let alreadyRegistered = Self(
        2026, .conflict,
        zh: "编号“{1}”已经登记过。",
        en: "“{1}” is already registered.",
        next: Message(zh: "请换一个编号，或留空由系统编号。", en: "Choose another identifier, or leave it empty."),
        example: ["a1"])

    package static let officeReserved = Self(
        2030, .conflict, field: "office",
        zh: "“admin”是系统固有的岗位。",
        en: "The office “admin” is part of the house.",
        next: Message(zh: "请换一个岗位编号。", en: "Choose another office."))

    package static let officeUnknown = Self(
        2031, .notFound, field: "office",
        zh: "没有岗位“{1}”。",
        en: "There is no office “{1}”.",
        next: Message(zh: "请从列表中选择已登记的。", en: "Choose one that is registered, from the list."),
        example: ["station:yusi"])

    package static let collectiveName = Self(
        2040, field: "name",
        zh: "集体经济组织的名称中应当标明“\(RegistryText.collectiveMark)”字样。",
        en:
            "The name of a collective must contain the words “\(RegistryText.collectiveMark)” (collective economic organisation).",
        next: Message(zh: "请按登记证书上的名称填写。", en: "Enter the name as on the registration certificate."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国农村集体经济组织法第二十一条", en: "Rural Collective Economic Organisation Law, art. 21"),
            source: "rural-exchange 5.5 (S1)"))

    package static let wrongLevel = Self(
        2041, field: "kind",
        zh: "这种组织不能设在这一级地方。",
        en: "A body of this kind does not belong to a place of this level.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let secondBody = Self(
        2042, .conflict, field: "kind",
        zh: "此地已有同类组织“{1}”。",
        en: "This place already has such a body: “{1}”.",
        next: Message(zh: "一地只有一个集体经济组织和一个村民委员会。", en: "A place has one collective and one committee."),
        example: ["o1"])

    package static let creditCodeTaken = Self(
        2043, .conflict, field: "creditCode",
        zh: "此统一社会信用代码已登记为“{1}”。",
        en: "This credit code is already registered as “{1}”.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."),
        example: ["o1"])

    package static let needsPublicName = Self(
        2050, .badInput, field: "publicName",
        zh: "单位应填写名称。",
        en: "A company, cooperative or family farm needs its name.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let needsCreditCode = Self(
        2051, .badInput, field: "creditCode",
        zh: "单位应填写统一社会信用代码。",
        en: "A company or cooperative needs its credit code.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let needsPersonalName = Self(
        2052, .badInput, field: "name",
        zh: "个人或农户应填写姓名。",
        en: "A person or household needs a name.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let publicNameOfPerson = Self(
        2053, .badInput, field: "publicName",
        zh: "个人姓名不能填入公开名称。",
        en: "A person’s name must not stand in the public name.",
        next: Message(zh: "请填入“姓名”一栏，该栏受保护。", en: "Enter it as the name, which is protected."))

    package static let nothingPersonal = Self(
        2054, field: "party",
        zh: "当事人“{1}”不是个人或农户，没有个人信息。",
        en: "Party “{1}” is neither a person nor a household: it has no personal data.",
        next: Message(zh: "单位的名称是公开的，不需要销毁。", en: "A body’s name is public; there is nothing to destroy."),
        example: ["p1"])
}
