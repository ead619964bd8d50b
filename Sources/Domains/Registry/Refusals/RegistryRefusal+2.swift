import Kernel
import Web

extension RegistryRefusal {
    package static let alreadyErased = Self(
        2055, .conflict, field: "party",
        zh: "当事人“{1}”的个人信息已经销毁。",
        en: "The personal data of party “{1}” have been destroyed already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: ["p1"])

    package static let accountOpen = Self(
        2056, .conflict, field: "party",
        zh: "此人仍有开着的账户或岗位“{1}”。",
        en: "The person still has the open account or office “{1}”.",
        next: Message(zh: "请先关闭该账户或岗位。", en: "Close that account or office first."),
        example: ["bidder-1"])

    package static let stillNeeded = Self(
        2057, field: "party",
        zh: "此人的合同档案须保存到 {1}。",
        en: "The records of the person’s contracts must be kept until {1}.",
        next: Message(
            zh: "请在该日之后办理；在此之前只保存，不作他用。",
            en: "Come back after that day; until then the data are kept and used for nothing else."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国个人信息保护法第四十七条", en: "Personal Information Protection Law, art. 47"),
            source: "rural-exchange 1.11"),
        example: ["2059-06-30"])

    package static let bornInFuture = Self(
        2058, .badInput, field: "identityNumber",
        zh: "身份证号里的出生日期晚于今天。",
        en: "The day of birth in the identity number lies after today.",
        next: Message(zh: "请对照证件核对后重新提交。", en: "Compare it with the card and send it again."))

    package static let needsArea = Self(
        2060, .badInput, field: "area",
        zh: "土地和水面应填写面积。",
        en: "Land and water need their area.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let needsTerm = Self(
        2061, .badInput, field: "rightUntil",
        zh: "承包权、经营权应填写剩余期限的最后一天。",
        en: "A contracted or operation right needs the last day of its term.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国农村土地承包法第三十八条", en: "Rural Land Contracting Law, art. 38"),
            source: "rural-exchange 0.5 (S1)"))

    package static let rightOver = Self(
        2062, field: "rightUntil",
        zh: "此权利已于 {1} 到期。",
        en: "This right ended on {1}.",
        next: Message(zh: "请先办理延包。", en: "Have the contract extended first."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国农村土地承包法第三十八条", en: "Rural Land Contracting Law, art. 38"),
            source: "rural-exchange 0.5 (S1)"),
        example: ["2020-12-31"])

    package static let parcelCorners = Self(
        2063, .badInput, field: "parcel",
        zh: "地块至少有三个角点。",
        en: "A parcel has at least three corners.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let ownerElsewhere = Self(
        2064, field: "owner",
        zh: "此资产不在该组织所在的地方。",
        en: "The asset does not lie in the place of its owner.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let assetDisputed = Self(
        2065, .conflict, field: "asset",
        zh: "“{1}”的权属有争议。",
        en: "“{1}” is in dispute.",
        next: Message(zh: "请先解决争议并解除标记。", en: "Settle the dispute and lift the mark first."),
        example: ["a1"])

    package static let assetLeased = Self(
        2066, .conflict, field: "asset",
        zh: "“{1}”已出租，至 {2}。",
        en: "“{1}” is let until {2}.",
        next: Message(zh: "请等合同到期，或选择别的资产。", en: "Wait for the contract to end, or choose another asset."),
        example: ["a1", "2028-08-31"])

    package static let assetReserved = Self(
        2067, .conflict, field: "asset",
        zh: "“{1}”已被标的“{2}”占用。",
        en: "“{1}” is held by lot “{2}”.",
        next: Message(zh: "请等该标的结束，或选择别的资产。", en: "Wait for that lot to end, or choose another asset."),
        example: ["a1", "lot-1"])

    package static let notHeldByLot = Self(
        2068, .conflict, field: "lot",
        zh: "“{1}”没有被标的“{2}”占用。",
        en: "“{1}” is not held by lot “{2}”.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."),
        example: ["a1", "lot-1"])

    package static let noChange = Self(
        2069, .conflict,
        zh: "与已登记的相同，没有变化。",
        en: "It already stands so in the register.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."))

    package static let figuresImpossible = Self(
        2080, .badInput, field: "present",
        zh: "人数不合理：应到 ≥ 实到 ≥ 同意，且应到大于零。",
        en: "Impossible figures: entitled ≥ present ≥ in favour, and somebody must be entitled.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let resolutionInFuture = Self(
        2081, .badInput, field: "date",
        zh: "决议日期晚于今天。",
        en: "The resolution is dated after today.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let evidenceMissing = Self(
        2082, .badInput, field: "evidence",
        zh: "没有交上会议记录、签到表等证据，或者给的文件校验值不对。",
        en: "The papers are missing, or a SHA-256 is not 64 hexadecimal digits.",
        next: Message(
            zh: "请给会议记录和签到表拍照，或选择文件。", en: "Take photos of the minutes and the attendance list, or choose files."))

    package static let notDelegable = Self(
        2083, field: "body",
        zh: "此事项必须由成员大会决定，不能由代表代为决定。",
        en: "This matter belongs to the members’ assembly and cannot be delegated to representatives.",
        next: Message(zh: "请召开成员大会。", en: "Call the members’ assembly."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国农村集体经济组织法第二十八条", en: "Rural Collective Economic Organisation Law, art. 28"),
            source: "rural-exchange 5.5 (S1)"))

    package static let wrongBody = Self(
        2084, field: "body",
        zh: "此会议无权决定这一事项。",
        en: "This body has no power over this matter.",
        next: Message(zh: "请由有权的会议决定。", en: "Put it before the body that has the power."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国农村集体经济组织法第二十六条", en: "Rural Collective Economic Organisation Law, art. 26"),
            source: "rural-exchange 5.5 (S1)"))

    package static let quorumMissing = Self(
        2085, field: "present",
        zh: "到会人数不足，至少应到 {1} 人。",
        en: "Too few were present: at least {1} are needed.",
        next: Message(zh: "请重新召开会议。", en: "Hold the meeting again."),
        example: [67])

    package static let majorityMissing = Self(
        2086, field: "inFavour",
        zh: "同意人数不足，至少需要 {1} 人同意。",
        en: "Too few were in favour: at least {1} are needed.",
        next: Message(zh: "请完善方案后重新表决。", en: "Improve the proposal and vote again."),
        example: [67])

    package static let lessorNotOwner = Self(
        2100, field: "lessor",
        zh: "出租方不是此资产的所有者。",
        en: "The lessor is not the owner of the asset.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let termBackwards = Self(
        2101, .badInput, field: "end",
        zh: "结束日期应晚于开始日期。",
        en: "The end must come after the start.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let leaseTooLong = Self(
        2102, field: "end",
        zh: "租赁期限不得超过 {1} 年，最晚到 {2}。",
        en: "A lease may not exceed {1} years; its last day may be {2}.",
        next: Message(zh: "请缩短期限。", en: "Shorten the term."),
        basis: LegalBasis(
            Message(
                zh: "中华人民共和国民法典第七百零五条（2021 年以前：合同法第二百一十四条）",
                en: "Civil Code, art. 705 (before 2021: Contract Law, art. 214)"), source: "rural-exchange 0.5 (S1)"),
        example: [20, "2039-06-30"])

    package static let beyondRight = Self(
        2103, field: "end",
        zh: "流转期限不得超过承包期的剩余期限，最晚到 {1}。",
        en: "The term may not outlive the remaining contract term: {1} at the latest.",
        next: Message(zh: "请缩短期限。", en: "Shorten the term."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国农村土地承包法第三十八条", en: "Rural Land Contracting Law, art. 38"),
            source: "rural-exchange 0.5 (S1)"),
        example: ["2028-08-31"])

    package static let wasteTooLong = Self(
        2104, field: "end",
        zh: "“四荒”期限不得超过 {1} 年，最晚到 {2}。",
        en: "The term for the four wastes may not exceed {1} years; its last day may be {2}.",
        next: Message(zh: "请缩短期限。", en: "Shorten the term."),
        basis: LegalBasis(
            Message(zh: "农村“四荒”资源承包期限规定（见参数来源）", en: "Rules on the four wastes (see the parameter’s source)"),
            source: "rural-exchange 1.9 (S1-JN)"),
        example: [50, "2068-12-31"])

    package static let amountNotPositive = Self(
        2105, .badInput, field: "totalFen",
        zh: "价款应大于零。",
        en: "The price must be above zero.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let instalmentOrder = Self(
        2106, .badInput, field: "instalments",
        zh: "第 {1} 期的序号、日期或金额不对：序号从 1 起，日期不早于上一期，金额大于零。",
        en: "Instalment {1} is wrong: numbers run from 1, dates do not go back, amounts are above zero.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."),
        example: [2])

    package static let instalmentSum = Self(
        2107, .badInput, field: "instalments",
        zh: "分期合计 {2} 元，与总价 {1} 元不符。",
        en: "The instalments sum to {2} yuan, the total is {1} yuan.",
        next: Message(zh: "请核对到分。", en: "Make them agree to the fen."),
        example: [RegistryText.yuan(72_000_000), RegistryText.yuan(72_000_001)])

    package static let alreadyAuthenticated = Self(
        2120, .conflict, field: "contract",
        zh: "此合同已鉴证，证号 {1}。",
        en: "This contract is already authenticated: {1}.",
        next: Message(zh: "如需再次打印，请说明原因。", en: "To print it again, give the reason."),
        example: ["140406-2026-T-A2-00037"])

    package static let otherLot = Self(
        2121, .conflict, field: "lot",
        zh: "此合同不是由该标的成交的。",
        en: "This contract did not come from that lot.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let notAuthenticated = Self(
        2122, .conflict, field: "contract",
        zh: "此合同尚未鉴证。",
        en: "This contract has not been authenticated.",
        next: Message(zh: "请先办理合同鉴证。", en: "Have it authenticated first."))

    package static let reasonMissing = Self(
        2123, .badInput, field: "reason",
        zh: "请填写原因。",
        en: "Give the reason.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let noCounty = Self(
        2124, .conflict, field: "contract",
        zh: "资产所在地没有上级县，无法编号。",
        en: "The asset’s place has no county above it, so no number can be given.",
        next: Message(zh: "请先导入行政区划。", en: "Import the divisions first."))

    package static let outOfBounds = Self(
        2140, field: "value",
        zh: "此参数应在 {1} 与 {2} 之间。{3}",
        en: "This figure must lie between {1} and {2}. {3}",
        next: Message(zh: "请在允许范围内填写。", en: "Choose a figure within the bounds."),
        example: [1, 20, "Civil Code, art. 705"])

    package static let retroactive = Self(
        2141, field: "validFrom",
        zh: "参数不能追溯既往，生效日期不早于今天。",
        en: "A figure cannot apply to the past: it is valid from today at the earliest.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let sourceMissing = Self(
        2142, .badInput, field: "source",
        zh: "请填写依据的文件。",
        en: "Name the document it rests on.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))

    package static let textMissing = Self(
        2143, .badInput, field: "name",
        zh: "名称不能为空。",
        en: "The name must not be empty.",
        next: Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written."))
}
