/// Invented courses and those who teach them.
extension DemoText {
    static let school = "青禾县职业技术学校"
    static let classroom = "石桥镇文化站二楼"
    static let courseAtHeight = "高处作业安全"
    static let seenPapers = "证书、考勤表和账户证明"
    static let courseOfCare = "居家养老护理"
    static let courseOfCooking = "家常菜烹饪"
    static let trainers = [
        ("trainer-qi", "齐建平", school, false), ("trainer-ma", "马春生", "青禾县技能鉴定中心", true),
        ("trainer-he", "何瑞兰", "青禾县技能鉴定中心", true),
    ]
}
