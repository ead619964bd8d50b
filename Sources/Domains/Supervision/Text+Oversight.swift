import Kernel

/// The articles behind the rules of oversight.
enum OversightText {
    static let closeRelatives = Message(zh: "中华人民共和国民法典第一千零四十五条", en: "Civil Code, art. 1045")
    static let supervisors = Message(
        zh: "中华人民共和国农村集体经济组织法第三十四条", en: "Rural Collective Economic Organisation Law, art. 34")
}
