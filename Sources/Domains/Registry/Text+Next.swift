package import Kernel

extension RegistryRejection {
    package var next: Message {
        switch self {
        case .fileEmpty, .fileQuotes, .fileColumns, .fileHeader, .rowCode, .rowLevel, .rowKind, .rowName, .rowDuplicate,
            .rowParentMissing, .rowOutsideParent, .rowOutsideScope:
            Message(
                zh: "请改正文件后整份重新导入；没有任何内容被写入。", en: "Correct the file and import it whole again; nothing was written.")
        case .fileEncoding:
            Message(zh: "请另存为 UTF-8 后再导入。", en: "Save the file as UTF-8 and import it again.")
        case .rowOlder:
            Message(zh: "请导入日期更新的名单。", en: "Import a list of a later date.")
        case .codeUnknown, .divisionUnknown, .organisationUnknown, .partyUnknown, .assetUnknown, .contractUnknown,
            .officeUnknown:
            Message(zh: "请从列表中选择已登记的。", en: "Choose one that is registered, from the list.")
        case .codeTaken:
            Message(zh: "如果是合并，请选择“合并”。", en: "If the places are merged, choose “merge”.")
        case .changeOlder:
            Message(zh: "请用不早于该日的日期。", en: "Use a date not before that day.")
        case .divisionClosed:
            Message(zh: "请登记到接续它的地方。", en: "Register it with the place that succeeded it.")
        case .alreadyRegistered:
            Message(zh: "请换一个编号，或留空由系统编号。", en: "Choose another identifier, or leave it empty.")
        case .officeReserved:
            Message(zh: "请换一个岗位编号。", en: "Choose another office.")
        case .collectiveName:
            Message(zh: "请按登记证书上的名称填写。", en: "Enter the name as on the registration certificate.")
        case .secondBody:
            Message(zh: "一地只有一个集体经济组织和一个村民委员会。", en: "A place has one collective and one committee.")
        case .publicNameOfPerson:
            Message(zh: "请填入“姓名”一栏，该栏受保护。", en: "Enter it as the name, which is protected.")
        case .nothingPersonal:
            Message(zh: "单位的名称是公开的，不需要销毁。", en: "A body’s name is public; there is nothing to destroy.")
        case .alreadyErased:
            Message(zh: "不需要再提交。", en: "Nothing needs to be done.")
        case .accountOpen:
            Message(zh: "请先关闭该账户或岗位。", en: "Close that account or office first.")
        case .stillNeeded:
            Message(
                zh: "请在该日之后办理；在此之前只保存，不作他用。",
                en: "Come back after that day; until then the data are kept and used for nothing else.")
        case .rightOver:
            Message(zh: "请先办理延包。", en: "Have the contract extended first.")
        case .assetDisputed:
            Message(zh: "请先解决争议并解除标记。", en: "Settle the dispute and lift the mark first.")
        case .assetLeased:
            Message(zh: "请等合同到期，或选择别的资产。", en: "Wait for the contract to end, or choose another asset.")
        case .assetReserved:
            Message(zh: "请等该标的结束，或选择别的资产。", en: "Wait for that lot to end, or choose another asset.")
        case .noChange:
            Message(zh: "不需要再提交。", en: "Nothing needs to be done.")
        case .evidenceMissing:
            Message(zh: "请上传会议记录和签到表。", en: "Upload the minutes and the attendance list.")
        case .notDelegable:
            Message(zh: "请召开成员大会。", en: "Call the members’ assembly.")
        case .wrongBody:
            Message(zh: "请由有权的会议决定。", en: "Put it before the body that has the power.")
        case .quorumMissing:
            Message(zh: "请重新召开会议。", en: "Hold the meeting again.")
        case .majorityMissing:
            Message(zh: "请完善方案后重新表决。", en: "Improve the proposal and vote again.")
        case .leaseTooLong, .beyondRight, .wasteTooLong:
            Message(zh: "请缩短期限。", en: "Shorten the term.")
        case .instalmentSum:
            Message(zh: "请核对到分。", en: "Make them agree to the fen.")
        case .alreadyAuthenticated:
            Message(zh: "如需再次打印，请说明原因。", en: "To print it again, give the reason.")
        case .notAuthenticated:
            Message(zh: "请先办理合同鉴证。", en: "Have it authenticated first.")
        case .noCounty:
            Message(zh: "请先导入行政区划。", en: "Import the divisions first.")
        case .outOfBounds:
            Message(zh: "请在允许范围内填写。", en: "Choose a figure within the bounds.")
        default:
            Message(zh: "请改正后重新提交；没有任何内容被写入。", en: "Correct it and send it again; nothing was written.")
        }
    }

    package var basis: LegalBasis? {
        switch self {
        case .collectiveName:
            LegalBasis(
                Message(zh: "中华人民共和国农村集体经济组织法第二十一条", en: "Rural Collective Economic Organisation Law, art. 21"),
                source: "rural-exchange 5.5 (S1)")
        case .needsTerm, .rightOver, .beyondRight:
            LegalBasis(
                Message(zh: "中华人民共和国农村土地承包法第三十八条", en: "Rural Land Contracting Law, art. 38"),
                source: "rural-exchange 0.5 (S1)")
        case .notDelegable:
            LegalBasis(
                Message(zh: "中华人民共和国农村集体经济组织法第二十八条", en: "Rural Collective Economic Organisation Law, art. 28"),
                source: "rural-exchange 5.5 (S1)")
        case .wrongBody:
            LegalBasis(
                Message(zh: "中华人民共和国农村集体经济组织法第二十六条", en: "Rural Collective Economic Organisation Law, art. 26"),
                source: "rural-exchange 5.5 (S1)")
        case .leaseTooLong:
            LegalBasis(
                Message(
                    zh: "中华人民共和国民法典第七百零五条（2021 年以前：合同法第二百一十四条）",
                    en: "Civil Code, art. 705 (before 2021: Contract Law, art. 214)"),
                source: "rural-exchange 0.5 (S1)")
        case .stillNeeded:
            LegalBasis(
                Message(
                    zh: "中华人民共和国个人信息保护法第四十七条",
                    en: "Personal Information Protection Law, art. 47"), source: "rural-exchange 1.11")
        case .wasteTooLong:
            LegalBasis(
                Message(zh: "农村“四荒”资源承包期限规定（见参数来源）", en: "Rules on the four wastes (see the parameter’s source)"),
                source: "rural-exchange 1.9 (S1-JN)")
        case .quorumMissing(_, let rule), .majorityMissing(_, let rule): rule.basis
        default: nil
        }
    }
}
