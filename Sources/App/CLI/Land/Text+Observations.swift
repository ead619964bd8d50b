import Kernel

extension CLIText {
    static let importObservations = Message(
        zh: "读入巡查走出来的界线（GeoJSON），算出没有合同的部分。",
        en: "Read walks around land in use (GeoJSON) and say what has no contract.")
    static let observationsParcels = Message(
        zh: "只试算时用的地块图形；巡查文件的 contracted 写明哪些有合同。",
        en: "Parcels to judge by without a house; the file's member `contracted` names those under contract.")
    static let observationsOrganisation = Message(
        zh: "集体经济组织的编号；只写它不写 --as 时，按这一家的地块试算。",
        en: "The collective; without --as the file is judged by its parcels and nothing entered.")
    static let observationsNeed = Message(
        zh: "请用 --parcels 给出地块图形，或用 --organisation 指明集体。", en: "Give --parcels, or the collective by --organisation.")
    static let observationsHeader = Message(
        zh: "条\t编号\t用途\t占用亩数\t没有合同的亩数\t块数\t说明", en: "row\tid\tuse\tmu in use\tmu without a contract\tpieces\tremark")

    static func observationsRead(_ rows: Int, _ findings: Int, _ mu: String) -> Message {
        Message(
            zh: "读出 \(rows) 条，\(findings) 条有没有合同的地，共 \(mu) 亩。",
            en: "\(rows) rows, \(findings) with land without a contract, \(mu) mu in all.")
    }
}
