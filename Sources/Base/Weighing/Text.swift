/// Words by which a ticket's places are known.
enum WeighingWords {
    /// In the name of a place that buries waste.
    static let landfill = ["landfill", "填埋"]
}
