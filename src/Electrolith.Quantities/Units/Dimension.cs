namespace Electrolith.Quantities.Units;

/// <summary>
/// Dimension of a unit as powers of length, mass, time, current, temperature, amount and money. Powers are stored doubled, so
/// that the square root in a fracture toughness stays exact.
/// </summary>
public readonly record struct Dimension(
    sbyte Length2, sbyte Mass2, sbyte Time2, sbyte Current2, sbyte Temperature2, sbyte Amount2, sbyte Money2)
{
    /// <summary>No dimension.</summary>
    public static Dimension None => default;

    /// <summary>A dimension from whole powers.</summary>
    /// <param name="length">Power of length.</param>
    /// <param name="mass">Power of mass.</param>
    /// <param name="time">Power of time.</param>
    /// <param name="current">Power of current.</param>
    /// <param name="temperature">Power of temperature.</param>
    /// <param name="amount">Power of amount of substance.</param>
    /// <param name="money">Power of money.</param>
    public static Dimension Of(int length = 0, int mass = 0, int time = 0, int current = 0, int temperature = 0, int amount = 0, int money = 0) =>
        new((sbyte)(2 * length), (sbyte)(2 * mass), (sbyte)(2 * time), (sbyte)(2 * current), (sbyte)(2 * temperature), (sbyte)(2 * amount), (sbyte)(2 * money));

    /// <summary>Dimension of a product.</summary>
    /// <param name="left">First factor.</param>
    /// <param name="right">Second factor.</param>
    public static Dimension operator *(Dimension left, Dimension right) => new(
        Sum(left.Length2, right.Length2), Sum(left.Mass2, right.Mass2), Sum(left.Time2, right.Time2), Sum(left.Current2, right.Current2),
        Sum(left.Temperature2, right.Temperature2), Sum(left.Amount2, right.Amount2), Sum(left.Money2, right.Money2));

    /// <summary>Dimension of a power.</summary>
    /// <param name="halves">Twice the exponent: 2 is the dimension itself, 1 its square root.</param>
    public Dimension Power(int halves) => new(
        Scale(Length2, halves), Scale(Mass2, halves), Scale(Time2, halves), Scale(Current2, halves),
        Scale(Temperature2, halves), Scale(Amount2, halves), Scale(Money2, halves));

    private static sbyte Sum(sbyte left, sbyte right) => checked((sbyte)(left + right));

    private static sbyte Scale(sbyte power, int halves) => checked((sbyte)(power * halves / 2));
}
