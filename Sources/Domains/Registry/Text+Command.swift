import Kernel

extension RegistryText {
    static let importDivisions = Message(zh: "导入行政区划", en: "Import divisions")
    static let changeDivisionCode = Message(zh: "变更区划代码", en: "Change a division code")
    static let openOffice = Message(zh: "开设岗位", en: "Open an office")
    static let closeOffice = Message(zh: "关闭岗位", en: "Close an office")
    static let registerOrganisation = Message(zh: "登记组织", en: "Register an organisation")
    static let registerParty = Message(zh: "登记当事人", en: "Register a party")
    static let erasePersonalData = Message(zh: "销毁个人信息", en: "Erase personal data")
    static let registerAsset = Message(zh: "登记资产资源", en: "Register an asset")
    static let reserveAsset = Message(zh: "占用资产", en: "Reserve an asset")
    static let releaseAsset = Message(zh: "释放资产", en: "Release an asset")
    static let endLease = Message(zh: "提前结束出租", en: "End a lease early")
    static let setAssetDispute = Message(zh: "标记权属争议", en: "Mark an asset as disputed")
    static let recordResolution = Message(zh: "登记民主决议", en: "Record a resolution")
    static let registerContract = Message(zh: "登记合同", en: "Register a contract")
    static let authenticateContract = Message(zh: "合同鉴证", en: "Authenticate a contract")
    static let reprintCertificate = Message(zh: "补打鉴证书", en: "Reprint a certificate")
    static let announceCalendar = Message(zh: "导入节假日安排", en: "Bring in a year's holidays")
    static let setParameter = Message(zh: "设定参数", en: "Set a parameter")
}
