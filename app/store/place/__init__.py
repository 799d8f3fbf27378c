"""Where a store may lie, how it is moved there, and who has it open."""
