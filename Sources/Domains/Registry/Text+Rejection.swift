package import Kernel

extension RegistryRejection {
    package var text: Message { fileText }

    private var fileText: Message {
        switch self {
        case .fileEmpty:
            Message(
                zh: "文件是空的。",
                en: "The file is empty.")
        case .fileEncoding(let row):
            Message(
                zh: "第 \(row) 行不是 UTF-8 编码（可能是 GBK）。",
                en: "Row \(row) is not UTF-8 (the file may be GBK).")
        case .fileQuotes(let row):
            Message(
                zh: "第 \(row) 行的引号不成对。",
                en: "The quotes in row \(row) do not match.")
        case .fileColumns(let row):
            Message(
                zh: "第 \(row) 行的列数或内容与表头不符。",
                en: "Row \(row) does not fit the header.")
        case .fileHeader(let column):
            Message(
                zh: "表头缺少“\(column)”列。",
                en: "The header has no column “\(column)”.")
        case .rowCode(let row, let code):
            Message(
                zh: "第 \(row) 行：代码“\(code)”不对。",
                en: "Row \(row): “\(code)” is not a division code.")
        case .rowLevel(let row, let level):
            Message(
                zh: "第 \(row) 行：级别“\(level)”与代码不符。",
                en: "Row \(row): level “\(level)” does not fit the code.")
        case .rowKind(let row, let kind):
            Message(
                zh: "第 \(row) 行：没有“\(kind)”这种类别。",
                en: "Row \(row): there is no kind “\(kind)”.")
        case .rowName(let row):
            Message(
                zh: "第 \(row) 行：名称是空的。",
                en: "Row \(row): the name is empty.")
        case .rowDuplicate(let row, let code, let first):
            Message(
                zh: "第 \(row) 行：代码 \(code) 在第 \(first) 行已经出现。",
                en: "Row \(row): code \(code) already stands in row \(first).")
        case .rowParentMissing(let row, let code, let parent):
            Message(
                zh: "第 \(row) 行：\(code) 的上级“\(parent)”既不在文件中，也没有登记。",
                en: "Row \(row): the parent “\(parent)” of \(code) is neither in the file nor registered.")
        case .rowOutsideParent(let row, let code, let parent):
            Message(
                zh: "第 \(row) 行：代码 \(code) 不在上级 \(parent) 之下。",
                en: "Row \(row): code \(code) does not lie under its parent \(parent).")
        case .rowOutsideScope(let row, let code):
            Message(
                zh: "第 \(row) 行：代码 \(code) 不在导入范围内。",
                en: "Row \(row): code \(code) lies outside the scope of the import.")
        case .rowOlder(let row, let code, let since):
            Message(
                zh: "第 \(row) 行：\(code) 自 \(since) 起已有更新的记录，不能用更早的名单改写。",
                en: "Row \(row): \(code) has a newer record since \(since); an older list cannot change it.")
        case .codeUnknown(let code):
            Message(
                zh: "没有代码为 \(code) 的地方。",
                en: "There is no place with code \(code).")
        case .codeTaken(let code):
            Message(
                zh: "代码 \(code) 已被另一处使用。",
                en: "Code \(code) already belongs to another place.")
        case .codeLevels(let old, let new):
            Message(
                zh: "\(old) 与 \(new) 不是同一级的代码。",
                en: "\(old) and \(new) are not codes of one level.")
        case .mergeNeedsName:
            Message(
                zh: "合并成的新地方需要名称。",
                en: "The new place of the merger needs a name.")
        case .changeOlder(let since):
            Message(
                zh: "此地自 \(since) 起已有更新的记录。",
                en: "This place has a newer record since \(since).")
        default: entryText
        }
    }

    private var entryText: Message {
        switch self {
        case .divisionUnknown(let id):
            Message(
                zh: "没有登记过地方“\(id)”。",
                en: "No place “\(id)” is registered.")
        case .divisionClosed(let id):
            Message(
                zh: "地方“\(id)”已经撤销。",
                en: "The place “\(id)” has been closed.")
        case .organisationUnknown(let id):
            Message(
                zh: "没有登记过组织“\(id)”。",
                en: "No organisation “\(id)” is registered.")
        case .partyUnknown(let id):
            Message(
                zh: "没有登记过当事人“\(id)”。",
                en: "No party “\(id)” is registered.")
        case .assetUnknown(let id):
            Message(
                zh: "没有登记过资产资源“\(id)”。",
                en: "No asset “\(id)” is registered.")
        case .contractUnknown(let id):
            Message(
                zh: "没有登记过合同“\(id)”。",
                en: "No contract “\(id)” is registered.")
        case .alreadyRegistered(let id):
            Message(
                zh: "编号“\(id)”已经登记过。",
                en: "“\(id)” is already registered.")
        case .officeReserved:
            Message(
                zh: "“admin”是系统固有的岗位。",
                en: "The office “admin” is part of the house.")
        case .officeUnknown(let id):
            Message(
                zh: "没有岗位“\(id)”。",
                en: "There is no office “\(id)”.")
        case .collectiveName:
            Message(
                zh: "集体经济组织的名称中应当标明“\(RegistryText.collectiveMark)”字样。",
                en:
                    "The name of a collective must contain the words “\(RegistryText.collectiveMark)” (collective economic organisation)."
            )
        case .wrongLevel:
            Message(
                zh: "这种组织不能设在这一级地方。",
                en: "A body of this kind does not belong to a place of this level.")
        case .secondBody(let id):
            Message(
                zh: "此地已有同类组织“\(id)”。",
                en: "This place already has such a body: “\(id)”.")
        case .creditCodeTaken(let id):
            Message(
                zh: "此统一社会信用代码已登记为“\(id)”。",
                en: "This credit code is already registered as “\(id)”.")
        case .needsPublicName:
            Message(
                zh: "单位应填写名称。",
                en: "A company, cooperative or family farm needs its name.")
        case .needsCreditCode:
            Message(
                zh: "单位应填写统一社会信用代码。",
                en: "A company or cooperative needs its credit code.")
        case .needsPersonalName:
            Message(
                zh: "个人或农户应填写姓名。",
                en: "A person or household needs a name.")
        case .publicNameOfPerson:
            Message(
                zh: "个人姓名不能填入公开名称。",
                en: "A person’s name must not stand in the public name.")
        case .nothingPersonal(let id):
            Message(
                zh: "当事人“\(id)”不是个人或农户，没有个人信息。",
                en: "Party “\(id)” is neither a person nor a household: it has no personal data.")
        case .alreadyErased(let id):
            Message(
                zh: "当事人“\(id)”的个人信息已经销毁。",
                en: "The personal data of party “\(id)” have been destroyed already.")
        case .accountOpen(let office):
            Message(
                zh: "此人仍有开着的账户或岗位“\(office)”。",
                en: "The person still has the open account or office “\(office)”.")
        case .stillNeeded(let until):
            Message(
                zh: "此人的合同档案须保存到 \(until)。",
                en: "The records of the person’s contracts must be kept until \(until).")
        default: assetText
        }
    }

    private var assetText: Message {
        switch self {
        case .needsArea:
            Message(
                zh: "土地和水面应填写面积。",
                en: "Land and water need their area.")
        case .needsTerm:
            Message(
                zh: "承包权、经营权应填写剩余期限的最后一天。",
                en: "A contracted or operation right needs the last day of its term.")
        case .rightOver(let until):
            Message(
                zh: "此权利已于 \(until) 到期。",
                en: "This right ended on \(until).")
        case .parcelCorners:
            Message(
                zh: "地块至少有三个角点。",
                en: "A parcel has at least three corners.")
        case .ownerElsewhere:
            Message(
                zh: "此资产不在该组织所在的地方。",
                en: "The asset does not lie in the place of its owner.")
        case .assetDisputed(let id):
            Message(
                zh: "“\(id)”的权属有争议。",
                en: "“\(id)” is in dispute.")
        case .assetLeased(let id, let until):
            Message(
                zh: "“\(id)”已出租，至 \(until)。",
                en: "“\(id)” is let until \(until).")
        case .assetReserved(let id, let lot):
            Message(
                zh: "“\(id)”已被标的“\(lot)”占用。",
                en: "“\(id)” is held by lot “\(lot)”.")
        case .notHeldByLot(let id, let lot):
            Message(
                zh: "“\(id)”没有被标的“\(lot)”占用。",
                en: "“\(id)” is not held by lot “\(lot)”.")
        case .noChange:
            Message(
                zh: "与已登记的相同，没有变化。",
                en: "It already stands so in the register.")
        case .figuresImpossible:
            Message(
                zh: "人数不合理：应到 ≥ 实到 ≥ 同意，且应到大于零。",
                en: "Impossible figures: entitled ≥ present ≥ in favour, and somebody must be entitled.")
        case .resolutionInFuture:
            Message(
                zh: "决议日期晚于今天。",
                en: "The resolution is dated after today.")
        case .evidenceMissing:
            Message(
                zh: "缺少会议记录等证据，或其摘要不是 64 位十六进制。",
                en: "Evidence is missing, or a digest is not 64 hexadecimal digits.")
        case .notDelegable:
            Message(
                zh: "此事项必须由成员大会决定，不能由代表代为决定。",
                en: "This matter belongs to the members’ assembly and cannot be delegated to representatives.")
        case .wrongBody:
            Message(
                zh: "此会议无权决定这一事项。",
                en: "This body has no power over this matter.")
        case .quorumMissing(let needed, _):
            Message(
                zh: "到会人数不足，至少应到 \(needed) 人。",
                en: "Too few were present: at least \(needed) are needed.")
        case .majorityMissing(let needed, _):
            Message(
                zh: "同意人数不足，至少需要 \(needed) 人同意。",
                en: "Too few were in favour: at least \(needed) are needed.")
        default: contractText
        }
    }

    private var contractText: Message {
        switch self {
        case .lessorNotOwner:
            Message(
                zh: "出租方不是此资产的所有者。",
                en: "The lessor is not the owner of the asset.")
        case .termBackwards:
            Message(
                zh: "结束日期应晚于开始日期。",
                en: "The end must come after the start.")
        case .leaseTooLong(let years, let lastDay):
            Message(
                zh: "租赁期限不得超过 \(years) 年，最晚到 \(lastDay)。",
                en: "A lease may not exceed \(years) years; its last day may be \(lastDay).")
        case .beyondRight(let until):
            Message(
                zh: "流转期限不得超过承包期的剩余期限，最晚到 \(until)。",
                en: "The term may not outlive the remaining contract term: \(until) at the latest.")
        case .wasteTooLong(let years, let lastDay):
            Message(
                zh: "“四荒”期限不得超过 \(years) 年，最晚到 \(lastDay)。",
                en: "The term for the four wastes may not exceed \(years) years; its last day may be \(lastDay).")
        case .amountNotPositive:
            Message(
                zh: "价款应大于零。",
                en: "The price must be above zero.")
        case .instalmentOrder(let number):
            Message(
                zh: "第 \(number) 期的序号、日期或金额不对：序号从 1 起，日期不早于上一期，金额大于零。",
                en: "Instalment \(number) is wrong: numbers run from 1, dates do not go back, amounts are above zero.")
        case .instalmentSum(let total, let sum):
            Message(
                zh: "分期合计 \(RegistryText.yuan(sum)) 元，与总价 \(RegistryText.yuan(total)) 元不符。",
                en:
                    "The instalments sum to \(RegistryText.yuan(sum)) yuan, the total is \(RegistryText.yuan(total)) yuan."
            )
        case .alreadyAuthenticated(let number):
            Message(
                zh: "此合同已鉴证，证号 \(number)。",
                en: "This contract is already authenticated: \(number).")
        case .otherLot:
            Message(
                zh: "此合同不是由该标的成交的。",
                en: "This contract did not come from that lot.")
        case .notAuthenticated:
            Message(
                zh: "此合同尚未鉴证。",
                en: "This contract has not been authenticated.")
        case .reasonMissing:
            Message(
                zh: "请填写原因。",
                en: "Give the reason.")
        case .noCounty:
            Message(
                zh: "资产所在地没有上级县，无法编号。",
                en: "The asset’s place has no county above it, so no number can be given.")
        case .outOfBounds(let lowest, let highest, let article):
            Message(
                zh: "此参数应在 \(lowest) 与 \(highest) 之间。\(article)",
                en: "This figure must lie between \(lowest) and \(highest). \(article)")
        case .retroactive:
            Message(
                zh: "参数不能追溯既往，生效日期不早于今天。",
                en: "A figure cannot apply to the past: it is valid from today at the earliest.")
        case .sourceMissing:
            Message(
                zh: "请填写依据的文件。",
                en: "Name the document it rests on.")
        case .textMissing:
            Message(
                zh: "名称不能为空。",
                en: "The name must not be empty.")
        default: Message(zh: "", en: "")
        }
    }
}
