namespace Electrolith.Cli;

/// <summary>Exit codes of the command.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>The run failed or was interrupted.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    /// <summary>Bad input.</summary>
    public const int BadInput = 3;

    /// <summary>Outside the range of validity, with <c>--strict</c>.</summary>
    public const int OutsideValidity = 4;
}
