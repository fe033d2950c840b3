package uk.attendance.account;

/**
 * The person at the keyboard. Name and title are what an amendment and a timeline entry write down
 * (NF-R4). A controller takes it as an argument.
 */
public record SignedIn(AccountId id, String name, String title) {}
