import Kernel
import Web

/// What is said of lots that go to a township station and come back.
enum StationText {
    static let take = Message(zh: "将标的交乡镇站现场竞价", en: "Give a lot to a township station")
    static let giveBack = Message(zh: "合并乡镇站的竞价记录", en: "Bring a lot back from a station")
    static let open = Message(zh: "在乡镇站开场", en: "Open the hall at a station")

}
