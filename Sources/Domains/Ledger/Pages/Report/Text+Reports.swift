import Kernel
import Web

/// Words of yearly reports and agency contracts.
extension LedgerText {
    static let fileYearReport = Message(zh: "登记年度报告报送", en: "Note that the yearly report was handed over")
    static let correctYearReport = Message(zh: "登记更正后的年度报告", en: "Note a corrected yearly report")
    static let order98Article71 = LegalBasis(
        Message(
            zh: "《会计基础工作规范》（财政部令第98号）第六十九、七十一条（报表更正并通知接受单位）",
            en: "Basic norms of accounting (Order 98), arts. 69, 71 (wrong reports are corrected and receivers told)"),
        source: "domain notes books 2.3, S-98")
    static let recordAgency = Message(zh: "登记代理记账合同", en: "Enter the agency contract")
    static let finance35 = LegalBasis(
        Message(
            zh: "《农村集体经济组织财务制度》（财农〔2021〕121号）第三十五条（年度财务报告的报送）",
            en: "Financial system of rural collectives (Cainong 2021 no. 121), art. 35 (whom the yearly report goes to)"
        ),
        source: "domain notes books 2.1, S-121")
    static let archives26 = LegalBasis(
        Message(
            zh: "《会计档案管理办法》（财政部令第79号）第二十六条（代理记账合同约定档案保管）",
            en: "Accounting archives (Order 79), art. 26 (the agency contract says who keeps the archives)"),
        source: "domain notes books 2.2, S-79")
}

/// Words of the page of reports.
enum ReportText {
    static let reports = Message(zh: "年度报告与代理记账", en: "Yearly report and agency")
    static let hint = Message(zh: "报告交给了谁，谁代理记账、谁保管档案", en: "Who has the report; who keeps books and archives")
    static func which(_ year: AccountingYear) -> Message {
        Message(zh: "\(year) 年的财务报告交齐了吗？", en: "Who has the financial report of \(year)?")
    }
    static func answer(_ filed: Int) -> Message { Message(zh: "已交 \(filed) 处，共 3 处", en: "\(filed) of 3 have it") }
    static let corrections = Message(zh: "更正后的报告", en: "Corrected versions")
    static let noCorrections = Message(zh: "没有更正过。", en: "None was corrected.")
    static let version = Message(zh: "第几份", en: "Version")
    static let whatWasWrong = Message(zh: "错在哪里", en: "What was wrong")
    static let whoWasTold = Message(zh: "更正后的报告交给了谁？", en: "Who was told and has the corrected report?")
    static let corrected = Message(zh: "更正后的报告", en: "The corrected report")
    static let correctedNote = Message(zh: "原来的报告和每一份更正都保存。", en: "The report and every corrected version are kept.")
    static let recipient = Message(zh: "报送部门", en: "Recipient")
    static func recipient(_ recipient: ReportRecipient) -> Message {
        switch recipient {
        case .township: Message(zh: "乡镇人民政府", en: "Township")
        case .agriculture: Message(zh: "农业农村部门", en: "Agriculture department")
        case .finance: Message(zh: "财政部门", en: "Finance department")
        }
    }
    static let receivedOn = Message(zh: "签收日期", en: "Received on")
    static let receipt = Message(zh: "签收单照片", en: "Photo of the signed receipt")
    static let missing = Message(zh: "未交", en: "Missing")
    static let filed = Message(zh: "已签收", en: "Received")
    static let whoHasIt = Message(zh: "报告交给了谁？", en: "Who has received the report?")
    static let agencies = Message(zh: "代理记账合同", en: "Agency contracts")
    static let noAgency = Message(zh: "没有登记代理记账合同。", en: "No agency contract is on record.")
    static let agency = Message(zh: "代理机构", en: "Agency")
    static let from = Message(zh: "起", en: "From")
    static let until = Message(zh: "止", en: "Until")
    static let keeper = Message(zh: "档案保管", en: "Archives kept by")
    static func keeper(_ keeper: ArchiveKeeper) -> Message {
        switch keeper {
        case .village: Message(zh: "村集体", en: "The village")
        case .agency: Message(zh: "代理机构", en: "The agency")
        }
    }
    static let contract = Message(zh: "合同照片或文件", en: "The contract, as photo or file")
    static let whoKeeps = Message(zh: "谁代理记账，档案归谁保管？", en: "Who keeps the books, and who the archives?")
    static let ofYear = Message(zh: "某年的报告报送", en: "The report of a year")
}
