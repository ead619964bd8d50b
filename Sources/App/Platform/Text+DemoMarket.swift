import Kernel

/// Invented people and work of the demo county’s labour market.
extension DemoText {
    static let marketEmployer = "石桥镇果香园"
    static let marketLicence = "营业执照和经办人委托书"
    static let marketWork = "摘苹果"
    static let marketAddress = "石桥镇东坡村东果园"
    static let marketConditions = "管午饭，备手套和梯子"
    static let roadWork = "清理田间路边沟"
    static let marketWorkers = ["王秀英", "李长福", "张玉兰", "赵德厚", "刘改花", "陈有田", "杨桂枝", "孙守义"]
}
