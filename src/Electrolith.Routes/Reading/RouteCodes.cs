namespace Electrolith.Routes.Reading;

/// <summary>Stable codes of the problems found in route files.</summary>
public static class RouteCodes
{
    /// <summary>A key that a route file does not have.</summary>
    public const string UnknownKey = "EL2001";

    /// <summary>A required field is missing.</summary>
    public const string Missing = "EL2002";

    /// <summary>A value of the wrong shape: text where a section is expected, and so on.</summary>
    public const string WrongShape = "EL2003";

    /// <summary>A number outside its allowed range.</summary>
    public const string OutOfRange = "EL2004";

    /// <summary>A material that the library does not know.</summary>
    public const string UnknownMaterial = "EL2005";

    /// <summary>A material used in a place it cannot take, such as a cathode as separator.</summary>
    public const string WrongRole = "EL2006";

    /// <summary>A word that is none of the allowed choices.</summary>
    public const string UnknownChoice = "EL2007";

    /// <summary>Fractions that do not add up to 100 %.</summary>
    public const string FractionSum = "EL2008";

    /// <summary>Two fields that contradict each other.</summary>
    public const string Contradiction = "EL2009";

    /// <summary>An included file that cannot be read.</summary>
    public const string IncludeNotFound = "EL2010";

    /// <summary>Files that include each other in a circle.</summary>
    public const string CircularInclude = "EL2011";

    /// <summary>An operation that does not exist.</summary>
    public const string UnknownOperation = "EL2012";

    /// <summary>An operation that this material cannot take.</summary>
    public const string RefusedOperation = "EL2013";

    /// <summary>A property that does not exist or cannot be overridden here.</summary>
    public const string UnknownProperty = "EL2014";

    /// <summary>A format line that this version does not read.</summary>
    public const string UnsupportedFormat = "EL2015";

    /// <summary>A source key that the source list does not have.</summary>
    public const string UnknownSource = "EL2016";

    /// <summary>An application that does not exist.</summary>
    public const string UnknownApplication = "EL2017";

    /// <summary>A value that the calculation needs and neither the route nor the library has.</summary>
    public const string NoValue = "EL2018";

    /// <summary>The numbers given are each allowed, but together they make no cell.</summary>
    public const string ImpossibleCell = "EL2019";

    /// <summary>A field that has no effect in this route (a warning).</summary>
    public const string NoEffect = "EL2020";
}
