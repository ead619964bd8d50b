import Kernel

/// What alarms say.
extension EnvironmentText {
    static let noteConditions = Message(zh: "记下监测异常", en: "Note conditions of a station")

    static func alarm(_ kind: AlarmKind, _ item: MeasuredItem?) -> Message {
        let name = item.map { EnvironmentText.item($0) } ?? Message(zh: "", en: "")
        return switch kind {
        case .exceedance: Message(zh: "\(name.zh)超标", en: "\(name.en) beyond the limit")
        case .offline: Message(zh: "监测站掉线", en: "the station is silent")
        case .clockBack: Message(zh: "数采仪时间倒走", en: "the logger’s time ran backwards")
        case .flat: Message(zh: "\(name.zh)数值长时间不变", en: "\(name.en) does not change")
        case .rangeEnd: Message(zh: "\(name.zh)到了量程上限", en: "\(name.en) at the end of its range")
        case .powerWithoutFlow: Message(zh: "用了电却没有水量", en: "electricity used, no water measured")
        }
    }
}
