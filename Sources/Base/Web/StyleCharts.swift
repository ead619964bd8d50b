import Kernel

/// The style page's pictures.
enum StyleCharts {
    static func parts(_ request: PageRequest) -> [any Component] { [bars(request), course(request), map(request)] }

    private static func bars(_ request: PageRequest) -> any Component {
        let amounts: [Int64] = [28_800_000, 16_570_000, 5_760_000, 0]
        return BarChart(
            StyleText.bars,
            zip(StyleText.villages, amounts).map { village, fen in
                .init(request(village), fen, text: request.format.money(fen: fen))
            })
    }

    private static func course(_ request: PageRequest) -> any Component {
        let seconds: [Int64] = [0, 140, 165, 300, 470, 520, 530, 700, 880, 900]
        return LineChart(
            StyleText.course,
            seconds.enumerated().map { position, second in
                let fen = Int64(80_000 + position * 4_000)
                return .init(request.now.adding(seconds: second), fen, text: request.format.money(fen: fen))
            })
    }

    private static func map(_ request: PageRequest) -> any Component {
        let outlines: [[(Int64, Int64)]] = [
            [(0, 0), (150, 10), (160, 95), (60, 110), (-5, 80)], [(168, 12), (260, 30), (255, 100), (166, 96)],
            [(70, 118), (120, 112), (125, 150), (80, 155)],
        ]
        return ParcelMap(
            StyleText.map,
            zip(StyleText.parcels, outlines).enumerated().map { position, parcel in
                .init(
                    request(parcel.0), parcel.1.map { .init(east: $0.0, north: $0.1) }, isHighlighted: position == 0,
                    to: "/style")
            })
    }
}
