// The words of the demo county's assemblies. The people are invented.
extension DemoText {
    static let agendaOfYear = "一、今年收益怎么分；二、明年的收支预算"
    static let distribution = "今年集体收益怎么分"
    static let agendaNext = "沿街门面到期后怎么出租"
    static let members = [
        "郭满仓", "郭秀兰", "郭小军", "任德旺", "任翠英", "任建国", "贺全福", "贺腊梅", "贺志强", "申有财", "申玉梅", "申海平", "牛来喜", "牛桂花",
        "牛春梅", "原守田", "原金莲", "原文斌",
    ]
}
