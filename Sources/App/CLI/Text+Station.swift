import Kernel

extension CLIText {
    static let station = Message(zh: "乡镇站离线竞价。", en: "A lot's auction at a township station without a network.")
    static let stationStart = Message(
        zh: "在乡镇站的电脑上打开（双击即可），浏览器里办完一场断网竞价。",
        en:
            "On a station's laptop: opens the browser, in which an auction without a network is held from beginning to end."
    )
    static let stationFolder = Message(
        zh: "数据目录；默认在主目录 qianmo-station 下，每个标的一个。",
        en: "The folder; by default one for each lot under qianmo-station at home.")
    static let noBrowser = Message(zh: "不自动打开浏览器。", en: "Do not open the browser.")
    static func stationServing(_ address: String, _ folder: String) -> Message {
        Message(zh: "乡镇站：\(address)\n数据目录：\(folder)", en: "Station: \(address)\nFolder: \(folder)")
    }
    static let stationAt = Message(zh: "演练用的时刻。", en: "For practice: as if it were this instant.")
    static let stationPack = Message(zh: "县里把标的交给乡镇站。", en: "In the county: give a lot to a station.")
    static let stationOpen = Message(zh: "在乡镇站开场。", en: "At the station: open the hall with a pack.")
    static let stationClose = Message(zh: "在乡镇站导出日志。", en: "At the station: write its log when the auction has ended.")
    static let stationMerge = Message(zh: "县里合并乡镇站日志。", en: "In the county: take the lot back with the station's log.")
    static let stationKey = Message(zh: "乡镇站的 keys/log.pub。", en: "keys/log.pub of the station's folder.")
    static let stationOffice = Message(zh: "办理的岗位。", en: "The desk that does it.")
    static let stationOut = Message(zh: "写入的文件。", en: "The file to write.")

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
