namespace Electrolith.Impedance.Relaxation;

/// <summary>Shape of the functions that a distribution is made of.</summary>
public enum RelaxationBasisKind
{
    /// <summary>Gaussians, half a full width at half height apart.</summary>
    Gaussian,

    /// <summary>Straight lines between the nodes.</summary>
    PiecewiseLinear,
}

/// <summary>Functions over ln τ on equally spaced nodes, and what each of them adds to the impedance.</summary>
internal sealed class RelaxationBasis
{
    private const double FullWidth = 1.6651092223153954; // 2 √ln 2: full width of exp(−x²) at half height
    private const double WidthFactor = 0.5;
    private const double GaussianReach = 7;
    private static readonly (double[] Places, double[] Weights) GaussianRule = Trapezoidal();
    private static readonly (double[] Places, double[] Weights) HatRule = Hat();
    private readonly double[] places;
    private readonly double[] weights;

    private RelaxationBasis(RelaxationBasisKind kind, double[] nodes)
    {
        (Kind, Nodes, Step) = (kind, nodes, (nodes[^1] - nodes[0]) / (nodes.Length - 1));
        Shape = kind == RelaxationBasisKind.Gaussian ? WidthFactor * FullWidth / Step : 1 / Step;
        var rule = kind == RelaxationBasisKind.Gaussian ? GaussianRule : HatRule;
        places = [.. rule.Places.Select(place => Math.Exp(place / Shape))];
        weights = [.. rule.Weights.Select(weight => weight / Shape)];
    }

    /// <summary>Which functions.</summary>
    public RelaxationBasisKind Kind { get; }

    /// <summary>Centres, ln τ, rising.</summary>
    public double[] Nodes { get; }

    /// <summary>Distance of two centres.</summary>
    public double Step { get; }

    /// <summary>Number of functions.</summary>
    public int Count => Nodes.Length;

    /// <summary>Inverse width: a function depends on Shape · (ln τ − centre).</summary>
    public double Shape { get; }

    /// <summary>A basis on given nodes; distances are taken as their mean.</summary>
    /// <param name="kind">Which functions.</param>
    /// <param name="nodes">ln τ, rising.</param>
    public static RelaxationBasis On(RelaxationBasisKind kind, double[] nodes) => new(kind, nodes);

    /// <summary>Value of a function.</summary>
    /// <param name="function">Which.</param>
    /// <param name="at">ln τ.</param>
    public double Value(int function, double at)
    {
        var place = Math.Abs(Shape * (at - Nodes[function]));
        return Kind == RelaxationBasisKind.PiecewiseLinear ? Math.Max(0, 1 - place) : place < GaussianReach ? Math.Exp(-place * place) : 0;
    }

    /// <summary>The distribution at a place.</summary>
    /// <param name="coefficients">One for each function.</param>
    /// <param name="at">ln τ.</param>
    public double Sum(ReadOnlySpan<double> coefficients, double at)
    {
        var sum = 0.0;
        for (var function = 0; function < Count; function++)
        {
            sum += coefficients[function] * Value(function, at);
        }

        return sum;
    }

    /// <summary>What a function of height 1 ohm adds to the impedance: real part, and minus the imaginary part, ohm.</summary>
    /// <param name="omega">Angular frequency, 1/s.</param>
    /// <param name="time">τ at its centre, s.</param>
    public (double Real, double MinusImaginary) Response(double omega, double time)
    {
        var (centre, a, b) = (omega * time, 0.0, 0.0);
        for (var place = 0; place < places.Length; place++)
        {
            var product = centre * places[place];
            var share = weights[place] / (1 + (product * product));
            a += share;
            b += share * product;
        }

        return (a, b);
    }

    /// <summary>∫ (dⁿγ/d(ln τ)ⁿ)² d ln τ as a quadratic form of the coefficients, row after row.</summary>
    /// <param name="derivative">n, 1 or 2.</param>
    public double[] Roughness(int derivative)
    {
        var form = new double[Count * Count];
        if (Kind == RelaxationBasisKind.PiecewiseLinear)
        {
            Differences.AddSquares(form, Count, derivative, Math.Pow(Step, 1 - (2 * derivative)), null);
            return form;
        }

        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < Count; j++)
            {
                var a = Shape * (Nodes[i] - Nodes[j]);
                var square = a * a;
                form[(i * Count) + j] = Math.Sqrt(Math.PI / 2) * Math.Exp(-square / 2)
                    * (derivative == 1 ? Shape * (1 - square) : Shape * Shape * Shape * (3 - (6 * square) + (square * square)));
            }
        }

        return form;
    }

    // The integral of a Gaussian times a smooth function: the trapezoidal rule is exact to rounding at this step.
    private static (double[] Places, double[] Weights) Trapezoidal()
    {
        double[] nodes = [.. Enumerable.Range(-13, 27).Select(node => node * 0.5)];
        return (nodes, [.. nodes.Select(u => 0.5 * Math.Exp(-u * u))]);
    }

    // Gauss-Legendre with six points on each flank of a triangle.
    private static (double[] Places, double[] Weights) Hat()
    {
        double[] points = [0.2386191860831969, 0.6612093864662645, 0.9324695142031521];
        double[] shares = [0.4679139345726910, 0.3607615730481386, 0.1713244923791704];
        var flank = points.Zip(shares).SelectMany(pair => new[] { (Place: (1 - pair.First) / 2, Weight: pair.Second / 2), (Place: (1 + pair.First) / 2, Weight: pair.Second / 2) }).ToList();
        return ([.. flank.Select(node => node.Place), .. flank.Select(node => -node.Place)], [.. flank.Select(node => node.Weight * (1 - node.Place)), .. flank.Select(node => node.Weight * (1 - node.Place))]);
    }
}
