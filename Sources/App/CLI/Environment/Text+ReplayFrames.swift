import Kernel

extension CLIText {
    static let replayFrames = Message(
        zh: "逐帧核对 HJ 212 报文（CSV 或每行一帧）：长度、校验码、结构、理由。",
        en: "Judge HJ 212 frames (CSV, or a frame a line): length, checksum, structure, reason.")
    static let replayStream = Message(
        zh: "按收到的分段重放字节流（JSON），核对分出的报文。",
        en: "Replay byte streams (JSON) in the reads they came in, and hold the frames against the list.")
    static let replayDialect = Message(
        zh: "站点登记的校验算法。", en: "The checksum rule the station is registered with.")
    static let replayLongest = Message(
        zh: "站点允许的最长数据段，1 至 4096 字节。", en: "The longest segment the station may send, 1 to 4,096 bytes.")
    static let framesHeader = Message(
        zh: "行\t写明长度\t实际长度\t校验码\t附录A算出\t算法\tST\tCN\t结论\t理由和注意\t与文件",
        en: "line\tdeclared\tactual\tCRC\tannex A\tdialect\tST\tCN\tverdict\treason and remarks\tfile")

    static func frameAccepted(_ isAccepted: Bool) -> Message {
        isAccepted ? Message(zh: "受理", en: "accepted") : Message(zh: "退回", en: "rejected")
    }

    static func framesSummary(_ counts: FrameCounts) -> Message {
        Message(
            zh: """
                共 \(counts.accepted + counts.rejected) 帧：受理 \(counts.accepted)，退回 \(counts.rejected)；\
                与文件一致 \(counts.agreeing)，不一致 \(counts.differing)；\(counts.unread) 行读不出。
                """,
            en: """
                \(counts.accepted + counts.rejected) frames: \(counts.accepted) accepted, \(counts.rejected) rejected; \
                \(counts.agreeing) agree with the file, \(counts.differing) differ; \(counts.unread) rows could not be read.
                """)
    }

    static func streamsSummary(_ streams: Int, _ agreeing: Int, _ differing: Int) -> Message {
        Message(
            zh: "共 \(streams) 条字节流：\(agreeing) 条与文件一致，\(differing) 条不一致。",
            en: "\(streams) streams: \(agreeing) agree with the file, \(differing) differ.")
    }
}
