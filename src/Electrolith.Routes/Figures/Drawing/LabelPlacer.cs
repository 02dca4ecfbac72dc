namespace Electrolith.Routes.Figures.Drawing;

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Overlap(Box other) =>
        Math.Max(0, Math.Min(X + Width, other.X + other.Width) - Math.Max(X, other.X))
        * Math.Max(0, Math.Min(Y + Height, other.Y + other.Height) - Math.Max(Y, other.Y));

    public bool IsInside(FigureLayout at) =>
        X >= at.Left && Y >= at.Top && X + Width <= at.Right && Y + Height <= at.Bottom;
}

/// <summary>Finds room for the labels of points: beside the point where possible, else further away with a leader line.</summary>
internal sealed class LabelPlacer(FigureLayout at)
{
    private static readonly (double X, double Y)[] Directions = [(1, -0.6), (-1, -0.6), (1, 0.9), (-1, 0.9), (1, 0), (-1, 0), (0, -1.2), (0, 1.4)];
    private readonly List<(Box Box, double Weight)> _taken = [];

    public void Take(Box box, double weight = 1) => _taken.Add((box, weight));

    public bool TryTake(Box box)
    {
        if (_taken.Exists(t => t.Box.Overlap(box) > 0))
        {
            return false;
        }
        Take(box);
        return true;
    }

    public void Draw(SvgWriter svg, double x, double y, string label)
    {
        string text = TextFit.Clip(label, Math.Min(200, (at.Right - at.Left) / 2), FigureLayout.TickSize);
        double width = TextFit.Width(text, FigureLayout.TickSize);
        (Box best, double lowest) = (default, double.PositiveInfinity);
        foreach (double distance in (double[])[9, 20, 34, 52, 74, 100])
        {
            foreach ((double dx, double dy) in Directions)
            {
                double left = x + dx * distance - (dx > 0 ? 0 : dx < 0 ? width : width / 2);
                Box box = new(left, y + dy * distance - 8, width, 16);
                double cost = _taken.Sum(t => t.Box.Overlap(box) * t.Weight) + distance * 0.6 + (box.IsInside(at) ? 0 : 1e5);
                (best, lowest) = cost < lowest ? (box, cost) : (best, lowest);
            }
        }
        Take(best, 3);
        double middleX = Math.Clamp(x, best.X, best.X + best.Width);
        double middleY = Math.Clamp(y, best.Y + 3, best.Y + best.Height - 3);
        if (Math.Abs(middleX - x) + Math.Abs(middleY - y) > 16)
        {
            svg.Line(x, y, middleX, middleY, "stroke=\"#777777\" stroke-width=\"0.8\"");
        }
        svg.Text(best.X, best.Y + 12, text, FigureLayout.TickSize, "fill=\"#222222\" stroke=\"#FFFFFF\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
}
