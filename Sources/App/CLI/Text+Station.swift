import Kernel

extension CLIText {
    static let station = Message(zh: "乡镇站离线竞价。", en: "A lot's auction at a township station without a network.")
    static let stationAt = Message(zh: "演练用的时刻。", en: "For practice: as if it were this instant.")
    static let stationPack = Message(zh: "县里把标的交给乡镇站。", en: "In the county: give a lot to a station.")
    static let stationOpen = Message(zh: "在乡镇站开场。", en: "At the station: open the hall with a pack.")
    static let stationClose = Message(zh: "在乡镇站导出日志。", en: "At the station: write its log when the auction has ended.")
    static let stationMerge = Message(zh: "县里合并乡镇站日志。", en: "In the county: take the lot back with the station's log.")
    static let stationKey = Message(zh: "乡镇站的 keys/log.pub。", en: "keys/log.pub of the station's folder.")
    static let stationOffice = Message(zh: "办理的岗位。", en: "The desk that does it.")
    static let stationOut = Message(zh: "写入的文件。", en: "The file to write.")
    static let stationPackBad = Message(
        zh: "包内容与县日志的凭证不符，不能开场。", en: "The pack is not the one the county's log speaks of; the hall stays closed.")
    static let stationOtherKey = Message(
        zh: "此包是给另一个乡镇站密钥的。", en: "The pack was made for another station's key.")
    static let stationNoLot = Message(zh: "这里没有唯一的标的。", en: "There is not exactly one lot here.")
    static let stationRunning = Message(zh: "竞价还没有结束。", en: "The auction has not ended.")

    static func stationPacked(_ lot: String, _ entry: Int64, _ file: String) -> Message {
        Message(
            zh: "标的 \(lot) 已交乡镇站（日志第 \(entry) 条），包：\(file)",
            en: "Lot \(lot) is with the station now (entry \(entry)); pack: \(file)")
    }
    static func stationOpened(_ lot: String) -> Message {
        Message(zh: "标的 \(lot) 已开场。", en: "The hall is open for lot \(lot).")
    }
    static func stationMerged(_ lot: String, _ entries: Int) -> Message {
        Message(zh: "标的 \(lot) 已合并，新增 \(entries) 条。", en: "Lot \(lot) is back; \(entries) new entries.")
    }
}
